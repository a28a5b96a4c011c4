package dev.huozi.formula.function;

import java.util.List;

/// The functions of the chapter logic.
final class LogicFunctions {
  private LogicFunctions() {}

  static List<FormulaFunction> list() {
    return List.of(
        new If(),
        new Ifs(),
        new Case(),
        new And(),
        new Or(),
        new Not(),
        new IsBlank(),
        new IsNull(),
        new BlankValue(),
        new NullValue(),
        new IfError(),
        new In(),
        new IsNumber());
  }
}
