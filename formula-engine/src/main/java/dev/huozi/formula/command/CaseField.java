package dev.huozi.formula.command;

import dev.huozi.formula.type.FormulaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a case.
///
/// @param type the type's word in the case
/// @param formula the field's formula, when it is a formula field
record CaseField(String name, String type, @Nullable String formula) {

  FormulaType formulaType() {
    return typeOf(type);
  }

  /// The formula type of a type's word. Codes of picklists are not known.
  static FormulaType typeOf(String word) {
    return switch (word) {
      case "number" -> FormulaType.NUMBER;
      case "currency" -> FormulaType.CURRENCY;
      case "percent" -> FormulaType.PERCENT;
      case "boolean", "checkbox" -> FormulaType.BOOLEAN;
      case "date" -> FormulaType.DATE;
      case "datetime" -> FormulaType.DATETIME;
      case "time" -> FormulaType.TIME;
      case "picklist" -> new FormulaType.Picklist("", List.of());
      case "multipicklist" -> new FormulaType.MultiPicklist("", List.of());
      case "geo", "geolocation", "location" -> FormulaType.GEO;
      default -> FormulaType.TEXT;
    };
  }
}
