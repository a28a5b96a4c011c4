package dev.huozi.platform.problem;

/// How bad an issue is.
public enum Severity {
  /// Nothing is applied.
  ERROR,
  /// Applied, but somebody should look.
  WARNING,
  /// Worth knowing.
  INFO
}
