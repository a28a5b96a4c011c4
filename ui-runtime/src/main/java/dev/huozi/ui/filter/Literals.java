package dev.huozi.ui.filter;

import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.syntax.UnaryOperator;
import dev.huozi.formula.type.FormulaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in a condition beside its operator: the field and the values.
final class Literals {
  @Nullable String path;
  final List<String> texts = new ArrayList<>();
  final List<String> numbers = new ArrayList<>();

  void collect(Expr expression) {
    switch (expression) {
      case Expr.Path found when path == null && !found.dotted().startsWith("$") ->
          path = found.dotted();
      case Expr.TextLiteral text -> texts.add(text.value());
      case Expr.NumberLiteral number -> numbers.add(number.value().toPlainString());
      case Expr.Unary unary
          when unary.operator() == UnaryOperator.NEGATE
              && unary.operand() instanceof Expr.NumberLiteral number ->
          numbers.add(number.value().negate().toPlainString());
      case Expr other -> other.children().forEach(this::collect);
    }
  }

  /// What the values may be for an operator.
  List<Operand> operands(Operator operator, FormulaType type) {
    return switch (operator.takes()) {
      case NOTHING -> List.of(Operand.NONE);
      case SEVERAL -> texts.isEmpty() ? List.of() : List.of(Operand.of(texts));
      case ONE -> one(type.isNumeric() ? numbers : texts);
      case DAYS -> one(numbers);
      case DAY -> days();
    };
  }

  private static List<Operand> one(List<String> values) {
    return values.isEmpty() ? List.of() : List.of(Operand.of(values.getFirst()));
  }

  private List<Operand> days() {
    if (numbers.isEmpty()) {
      return List.of(new Operand(List.of(), Operand.Day.TODAY));
    }
    if (numbers.size() == 3) {
      return List.of(
          Operand.of(
              "%s-%s-%s"
                  .formatted(
                      padded(numbers.get(0), 4),
                      padded(numbers.get(1), 2),
                      padded(numbers.get(2), 2))));
    }
    List<String> count = List.of(numbers.getFirst());
    return List.of(new Operand(count, Operand.Day.AGO), new Operand(count, Operand.Day.AHEAD));
  }

  private static String padded(String digits, int length) {
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }
}
