package dev.huozi.record.formula;

import dev.huozi.platform.value.Money;
import dev.huozi.record.Reference;
import org.jspecify.annotations.Nullable;

/// Values of records as formulas take them.
public final class FormulaValues {
  private FormulaValues() {}

  /// An amount is its number, a reference its id; a text without characters is blank.
  public static @Nullable Object input(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Money money -> money.amount();
      case Reference reference -> reference.id();
      case String text -> text.isEmpty() ? null : text;
      default -> value;
    };
  }
}
