package dev.huozi.ui;

import java.io.PrintStream;

/// Tells whoever started the program how far it is, one line a step. `./huozi start` shows these
/// lines.
final class Progress {
  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  void step(String what) {
    out.println("huozi: " + what);
  }

  /// The reason, without the tower of frames that is in the log.
  void failure(Throwable failure) {
    Throwable reason = failure;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    out.println("huozi: failed: " + reason.getMessage());
  }
}
