package dev.huozi.formula.function;

import java.util.List;

/// The list of all functions.
final class StandardFunctions {
  private StandardFunctions() {}

  static List<FormulaFunction> list() {
    return List.of();
  }
}
