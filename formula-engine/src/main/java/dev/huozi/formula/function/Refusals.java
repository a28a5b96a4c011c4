package dev.huozi.formula.function;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import org.jspecify.annotations.Nullable;

/// What functions that are refused when a formula is checked would do if they ran all the same.
public final class Refusals {
  private Refusals() {}

  /// @throws FormulaException `MISSING`, always
  public static String vlookup(
      @Nullable Object field, @Nullable Object key, @Nullable String value) {
    throw FormulaException.of(ErrorKind.MISSING);
  }
}
