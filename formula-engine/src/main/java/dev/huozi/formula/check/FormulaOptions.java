package dev.huozi.formula.check;

import dev.huozi.formula.type.FormulaType;
import org.jspecify.annotations.Nullable;

/// How a formula is meant.
///
/// @param resultType what it must yield; null when anything goes
/// @param rule whether it guards a write, so that ISNEW, ISCHANGED and PRIORVALUE are allowed
public record FormulaOptions(BlankMode blankMode, @Nullable FormulaType resultType, boolean rule) {
  /// A formula field that yields `type`.
  public static FormulaOptions field(FormulaType type) {
    return new FormulaOptions(BlankMode.ZERO, type, false);
  }

  /// A filter: yes or no, blanks stay blank.
  public static FormulaOptions filter() {
    return new FormulaOptions(BlankMode.BLANK, FormulaType.BOOLEAN, false);
  }

  /// A validation rule or a condition on a write.
  public static FormulaOptions rules() {
    return new FormulaOptions(BlankMode.BLANK, FormulaType.BOOLEAN, true);
  }

  /// Anything, for trying out.
  public static FormulaOptions any(BlankMode blankMode) {
    return new FormulaOptions(blankMode, null, false);
  }

  public FormulaOptions withBlankMode(BlankMode mode) {
    return new FormulaOptions(mode, resultType, rule);
  }
}
