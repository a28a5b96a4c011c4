package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A checked formula, or what is wrong with it. Warnings may come with either.
///
/// @param formula null when there are errors
public record CheckResult(
    String source, @Nullable CheckedFormula formula, List<Diagnostic> diagnostics) {
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean isValid() {
    return formula != null;
  }

  /// The formula of a result that is valid.
  ///
  /// @throws IllegalStateException when it is not
  public CheckedFormula orThrow() {
    if (formula == null) {
      throw new IllegalStateException(
          "Formula (%s) is not valid: %s".formatted(source, diagnostics));
    }
    return formula;
  }
}
