package dev.huozi.ui.command;

/// What a command's exit code means.
public final class ExitCode {
  /// Done, or nothing to do.
  public static final int DONE = 0;

  /// It did not work.
  public static final int FAILED = 1;

  /// Changes are pending; only said on request (`--detailed-exitcode`).
  public static final int PENDING = 2;

  /// What was given is wrong: arguments, files, definitions.
  public static final int INVALID = 3;

  private ExitCode() {}
}
