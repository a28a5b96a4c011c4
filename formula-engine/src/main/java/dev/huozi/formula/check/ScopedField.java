package dev.huozi.formula.check;

import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/// A field (or root) that a name stands for.
///
/// @param id what stored formulas hold in place of the name: letters, digits, `_` and `$`
/// @param source whatever the owner of the scope needs to find the field again, for example its
///   model
public record ScopedField(
    String id, String name, LocalizedText label, FormulaType type, @Nullable Object source) {

  public static ScopedField of(String name, FormulaType type) {
    return new ScopedField(name, name, LocalizedText.EMPTY, type, null);
  }
}
