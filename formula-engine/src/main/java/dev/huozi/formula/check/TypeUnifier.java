package dev.huozi.formula.check;

import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import org.jspecify.annotations.Nullable;

/// The type that fits several values: of the branches of an IF, the parts of a sum.
final class TypeUnifier {
  private TypeUnifier() {}

  /// The common type, or null when there is none. NULL fits everything; numbers of different kinds
  /// are plain numbers.
  static @Nullable FormulaType unify(FormulaType a, FormulaType b) {
    if (a == FormulaType.NULL || a.equals(b)) {
      return b;
    }
    if (b == FormulaType.NULL) {
      return a;
    }
    if (a.family() != b.family()) {
      return null;
    }
    return a.family() == Family.NUMERIC ? FormulaType.NUMBER : a;
  }

  /// Whether two values can be equal at all: one family, or a code or reference beside a text.
  static boolean comparable(FormulaType a, FormulaType b) {
    Family left = a.family();
    Family right = b.family();
    return left == Family.NULL || right == Family.NULL || left == right;
  }
}
