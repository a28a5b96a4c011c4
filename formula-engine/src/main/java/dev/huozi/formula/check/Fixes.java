package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/// Repairs that are likely meant.
final class Fixes {
  private Fixes() {}

  /// Puts a call around an expression: TEXT(x).
  static Fix wrap(String function, SourceSpan span) {
    return Fix.wrap(
        LocalizedText.of("用 " + function + "() 包起来", "Wrap in " + function + "()"),
        span,
        function + "(",
        ")");
  }

  static Fix replace(SourceSpan span, String replacement) {
    return Fix.replace(
        LocalizedText.of("改为 " + replacement, "Replace by " + replacement), span, replacement);
  }

  /// What turns a `given` into the `expected` family, if one function does.
  static @Nullable Fix convert(FormulaType given, Family expected, SourceSpan span) {
    String function = conversion(given.family(), expected);
    return function == null ? null : wrap(function, span);
  }

  private static @Nullable String conversion(Family given, Family expected) {
    return switch (expected) {
      case TEXT ->
          switch (given) {
            case NUMERIC, DATE, DATETIME, TIME, PICKLIST -> "TEXT";
            case TEXT, BOOLEAN, MULTIPICKLIST, GEO, REFERENCE, NULL -> null;
          };
      case NUMERIC -> given == Family.TEXT ? "VALUE" : null;
      case DATE -> given == Family.TEXT || given == Family.DATETIME ? "DATEVALUE" : null;
      case DATETIME -> given == Family.TEXT ? "DATETIMEVALUE" : null;
      case TIME -> given == Family.TEXT || given == Family.DATETIME ? "TIMEVALUE" : null;
      case BOOLEAN, PICKLIST, MULTIPICKLIST, GEO, REFERENCE, NULL -> null;
    };
  }
}
