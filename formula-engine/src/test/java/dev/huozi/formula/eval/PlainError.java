package dev.huozi.formula.eval;

/// The plain evaluator's error: any of them is as good as another.
final class PlainError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlainError(String reason) {
    super(reason, null, false, false);
  }
}
