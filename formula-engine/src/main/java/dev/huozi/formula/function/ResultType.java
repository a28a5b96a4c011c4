package dev.huozi.formula.function;

import dev.huozi.formula.type.FormulaType;
import java.util.List;

/// The type of a call from the types of its arguments.
@FunctionalInterface
public interface ResultType {
  ResultType NUMBER = always(FormulaType.NUMBER);
  ResultType TEXT = always(FormulaType.TEXT);
  ResultType BOOLEAN = always(FormulaType.BOOLEAN);
  ResultType DATE = always(FormulaType.DATE);
  ResultType DATETIME = always(FormulaType.DATETIME);
  ResultType TIME = always(FormulaType.TIME);
  ResultType GEO = always(FormulaType.GEO);

  FormulaType of(List<FormulaType> arguments);

  static ResultType always(FormulaType type) {
    return _ -> type;
  }

  /// A number of the first argument's kind: ABS of a currency is a currency.
  static ResultType likeFirst() {
    return arguments ->
        arguments.getFirst() == FormulaType.NULL ? FormulaType.NUMBER : arguments.getFirst();
  }

  /// A number of the kind that all arguments share (MAX of currencies is a currency), else a plain
  /// number.
  static ResultType common() {
    return arguments -> {
      FormulaType first = arguments.getFirst();
      boolean same = first.isNumeric() && arguments.stream().allMatch(first::equals);
      return same ? first : FormulaType.NUMBER;
    };
  }
}
