package dev.huozi.ui.formula;

import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a formula is for, which decides how it is checked.
enum Purpose {
  /// Chooses records: must be SQL.
  FILTER,
  /// Guards a write: may ask what changes.
  RULE,
  /// Decides about one record: visible, required.
  CONDITION,
  /// The value of a field.
  FORMULA,
  /// What a new record begins with.
  DEFAULT;

  static Purpose of(@Nullable String word) {
    return word == null ? FORMULA : choice(values(), "purpose", word);
  }

  FormulaOptions options(FormulaBody body) {
    FormulaType result = body.result() == null ? null : type(body.result());
    return switch (this) {
      case FILTER -> FormulaOptions.filter();
      case RULE -> FormulaOptions.rules();
      case CONDITION -> new FormulaOptions(BlankMode.BLANK, FormulaType.BOOLEAN, false);
      case FORMULA -> new FormulaOptions(blank(body, BlankMode.ZERO), result, false);
      case DEFAULT -> new FormulaOptions(blank(body, BlankMode.BLANK), result, false);
    };
  }

  private static BlankMode blank(FormulaBody body, BlankMode usual) {
    return body.blank() == null || body.blank().isEmpty()
        ? usual
        : choice(BlankMode.values(), "blank", body.blank());
  }

  private static @Nullable FormulaType type(String word) {
    return word.isEmpty() ? null : choice(FormulaType.Simple.values(), "result", word);
  }

  private static <E extends Enum<E>> E choice(E[] constants, String name, String word) {
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                UiError.PROPERTY_INVALID,
                "name",
                name,
                "value",
                word,
                "expected",
                Arrays.stream(constants)
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
  }
}
