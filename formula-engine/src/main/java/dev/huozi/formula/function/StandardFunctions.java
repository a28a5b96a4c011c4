package dev.huozi.formula.function;

import java.util.List;
import java.util.stream.Stream;

/// The list of all functions, chapter by chapter.
final class StandardFunctions {
  private StandardFunctions() {}

  static List<FormulaFunction> list() {
    return Stream.of(
            LogicFunctions.list(),
            MathFunctions.list(),
            TextFunctions.list(),
            DateFunctions.list(),
            RecordFunctions.list())
        .flatMap(List::stream)
        .toList();
  }
}
