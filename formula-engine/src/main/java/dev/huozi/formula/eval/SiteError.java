package dev.huozi.formula.eval;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.time.DateTimeException;

/// An error at a numbered place of a structure; the formula that was evaluated knows where that is
/// in its source.
///
/// @param site the place's number in [Structure]'s order
record SiteError(ErrorKind kind, int site) {
  static SiteError of(RuntimeException failure, int site) {
    return new SiteError(kind(failure), site);
  }

  static ErrorKind kind(RuntimeException failure) {
    return switch (failure) {
      case FormulaException known -> known.kind();
      case ArithmeticException _, DateTimeException _ -> ErrorKind.RANGE;
      default -> ErrorKind.BAD_INPUT;
    };
  }
}
