package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.Fix;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.syntax.BinaryOperator;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Types of operators.
final class OperatorTyping {
  private final CheckSession session;
  private final ComparisonTyping comparisons;

  OperatorTyping(CheckSession session) {
    this.session = session;
    this.comparisons = new ComparisonTyping(session);
  }

  @Nullable TypedExpr unary(Expr.Unary unary, TypedExpr operand) {
    return switch (unary.operator()) {
      case NOT -> {
        TypedExpr condition = condition(operand, unary.operand(), "not");
        yield condition == null ? null : new TypedExpr.Not(condition, unary.span());
      }
      case PLUS -> number(unary, operand) ? operand : null;
      case NEGATE -> number(unary, operand) ? negate(operand, unary.span()) : null;
    };
  }

  private static TypedExpr negate(TypedExpr operand, SourceSpan span) {
    if (operand instanceof TypedExpr.Literal literal
        && literal.value() instanceof BigDecimal value) {
      return new TypedExpr.Literal(value.negate(), literal.type(), span);
    }
    FormulaType type = operand.type() == FormulaType.NULL ? FormulaType.NUMBER : operand.type();
    return new TypedExpr.Negate(operand, type, span);
  }

  private boolean number(Expr.Unary unary, TypedExpr operand) {
    if (operand.type().isNumeric() || operand.type() == FormulaType.NULL) {
      return true;
    }
    operandType(
        unary.operator().symbol(), FormulaType.NUMBER, operand.type(), unary.operand().span());
    return false;
  }

  @Nullable TypedExpr condition(TypedExpr typed, Expr expression, String owner) {
    if (typed.type() == FormulaType.BOOLEAN) {
      return typed;
    }
    if (typed.type() == FormulaType.NULL) {
      return new TypedExpr.Literal(null, FormulaType.BOOLEAN, typed.span());
    }
    session.report(
        FormulaProblem.FORMULA_CONDITION_NEEDED,
        expression.span(),
        "owner",
        owner,
        "given",
        TypeNames.of(typed.type()),
        "part",
        TypeChecker.show(expression));
    return null;
  }

  @Nullable TypedExpr binary(Expr.Binary binary, TypedExpr left, TypedExpr right) {
    return switch (binary.operator()) {
      case OR, AND -> logic(binary, left, right);
      case EQUAL -> comparisons.compare(binary, ComparisonOperator.EQUAL, left, right);
      case NOT_EQUAL -> comparisons.compare(binary, ComparisonOperator.NOT_EQUAL, left, right);
      case LESS -> comparisons.compare(binary, ComparisonOperator.LESS, left, right);
      case LESS_OR_EQUAL ->
          comparisons.compare(binary, ComparisonOperator.LESS_OR_EQUAL, left, right);
      case GREATER -> comparisons.compare(binary, ComparisonOperator.GREATER, left, right);
      case GREATER_OR_EQUAL ->
          comparisons.compare(binary, ComparisonOperator.GREATER_OR_EQUAL, left, right);
      case ADD -> add(binary, left, right);
      case SUBTRACT -> subtract(binary, left, right);
      case CONCAT -> concat(binary, left, right);
      case MULTIPLY -> numeric(binary, ArithmeticOperator.MULTIPLY, left, right);
      case DIVIDE -> numeric(binary, ArithmeticOperator.DIVIDE, left, right);
      case POWER -> numeric(binary, ArithmeticOperator.POWER, left, right);
    };
  }

  private @Nullable TypedExpr logic(Expr.Binary binary, TypedExpr left, TypedExpr right) {
    String symbol = binary.operator().symbol();
    TypedExpr a = condition(left, binary.left(), symbol);
    TypedExpr b = condition(right, binary.right(), symbol);
    if (a == null || b == null) {
      return null;
    }
    List<TypedExpr> conditions = new ArrayList<>();
    if (binary.operator() == BinaryOperator.AND) {
      conditions.addAll(a instanceof TypedExpr.And and ? and.conditions() : List.of(a));
      conditions.add(b);
      return new TypedExpr.And(conditions, binary.span());
    }
    conditions.addAll(a instanceof TypedExpr.Or or ? or.conditions() : List.of(a));
    conditions.add(b);
    return new TypedExpr.Or(conditions, binary.span());
  }

  private @Nullable TypedExpr add(Expr.Binary binary, TypedExpr left, TypedExpr right) {
    Family a = left.type().family();
    Family b = right.type().family();
    if (a == Family.TEXT || b == Family.TEXT) {
      return concat(binary, left, right);
    }
    ArithmeticOperator moved = plus(a, b);
    if (moved != null) {
      return arithmetic(moved, left, right, left.type(), binary);
    }
    ArithmeticOperator mirrored = plus(b, a);
    if (mirrored != null) {
      return arithmetic(mirrored, right, left, right.type(), binary);
    }
    return numeric(binary, ArithmeticOperator.ADD, left, right);
  }

  private static @Nullable ArithmeticOperator plus(Family moved, Family amount) {
    if (amount != Family.NUMERIC && amount != Family.NULL) {
      return null;
    }
    return switch (moved) {
      case DATE -> ArithmeticOperator.DATE_PLUS_DAYS;
      case DATETIME -> ArithmeticOperator.DATETIME_PLUS_DAYS;
      case TIME -> ArithmeticOperator.TIME_PLUS_MILLIS;
      case NUMERIC, TEXT, BOOLEAN, PICKLIST, MULTIPICKLIST, GEO, REFERENCE, NULL -> null;
    };
  }

  private @Nullable TypedExpr subtract(Expr.Binary binary, TypedExpr left, TypedExpr right) {
    Family a = left.type().family();
    Family b = right.type().family();
    ArithmeticOperator between = between(a == Family.NULL ? b : a, b == Family.NULL ? a : b);
    boolean amount = b == Family.NUMERIC || b == Family.NULL;
    ArithmeticOperator moved = amount ? minus(a) : null;
    if (moved != null) {
      return arithmetic(moved, left, right, left.type(), binary);
    }
    if (between != null) {
      return arithmetic(between, left, right, FormulaType.NUMBER, binary);
    }
    return numeric(binary, ArithmeticOperator.SUBTRACT, left, right);
  }

  private static @Nullable ArithmeticOperator minus(Family moved) {
    return switch (moved) {
      case DATE -> ArithmeticOperator.DATE_MINUS_DAYS;
      case DATETIME -> ArithmeticOperator.DATETIME_MINUS_DAYS;
      case TIME -> ArithmeticOperator.TIME_MINUS_MILLIS;
      case NUMERIC, TEXT, BOOLEAN, PICKLIST, MULTIPICKLIST, GEO, REFERENCE, NULL -> null;
    };
  }

  private static @Nullable ArithmeticOperator between(Family a, Family b) {
    if (a != b) {
      return null;
    }
    return switch (a) {
      case DATE -> ArithmeticOperator.DAYS_BETWEEN_DATES;
      case DATETIME -> ArithmeticOperator.DAYS_BETWEEN_DATETIMES;
      case TIME -> ArithmeticOperator.MILLIS_BETWEEN_TIMES;
      case NUMERIC, TEXT, BOOLEAN, PICKLIST, MULTIPICKLIST, GEO, REFERENCE, NULL -> null;
    };
  }

  private @Nullable TypedExpr numeric(
      Expr.Binary binary, ArithmeticOperator operator, TypedExpr left, TypedExpr right) {
    boolean a = numericOperand(binary, left, binary.left(), right);
    boolean b = numericOperand(binary, right, binary.right(), left);
    return a && b
        ? arithmetic(operator, left, right, numericType(operator, left, right), binary)
        : null;
  }

  private boolean numericOperand(
      Expr.Binary binary, TypedExpr operand, Expr expression, TypedExpr other) {
    if (operand.type().isNumeric() || operand.type() == FormulaType.NULL) {
      return true;
    }
    boolean differ = operand.type().family() != other.type().family();
    if (differ && isMoment(operand.type()) && isMoment(other.type())) {
      session.report(
          FormulaProblem.FORMULA_OPERANDS_DIFFER,
          binary.span(),
          "operator",
          binary.operator().symbol(),
          "left",
          TypeNames.of(operand.type()),
          "right",
          TypeNames.of(other.type()));
      return false;
    }
    operandType(binary.operator().symbol(), FormulaType.NUMBER, operand.type(), expression.span());
    return false;
  }

  private static boolean isMoment(FormulaType type) {
    return type.family() == Family.DATE
        || type.family() == Family.DATETIME
        || type.family() == Family.TIME;
  }

  /// Currency stays currency when scaled; sums of one kind keep it; everything else is a plain
  /// number.
  private static FormulaType numericType(
      ArithmeticOperator operator, TypedExpr left, TypedExpr right) {
    FormulaType a = left.type();
    FormulaType b = right.type();
    boolean scaled =
        operator == ArithmeticOperator.MULTIPLY || operator == ArithmeticOperator.DIVIDE;
    if (scaled && a == FormulaType.CURRENCY && b != FormulaType.CURRENCY) {
      return a;
    }
    if (operator == ArithmeticOperator.MULTIPLY
        && b == FormulaType.CURRENCY
        && a != FormulaType.CURRENCY) {
      return b;
    }
    boolean sum = operator == ArithmeticOperator.ADD || operator == ArithmeticOperator.SUBTRACT;
    return sum && a.equals(b) && a.isNumeric() ? a : FormulaType.NUMBER;
  }

  private static TypedExpr arithmetic(
      ArithmeticOperator operator,
      TypedExpr left,
      TypedExpr right,
      FormulaType type,
      Expr.Binary binary) {
    return new TypedExpr.Arithmetic(operator, left, right, type, binary.span());
  }

  private @Nullable TypedExpr concat(Expr.Binary binary, TypedExpr left, TypedExpr right) {
    boolean a = text(binary, left, binary.left());
    boolean b = text(binary, right, binary.right());
    if (!a || !b) {
      return null;
    }
    List<TypedExpr> parts =
        new ArrayList<>(left instanceof TypedExpr.Concat concat ? concat.parts() : List.of(left));
    parts.add(right);
    return new TypedExpr.Concat(parts, binary.span());
  }

  private boolean text(Expr.Binary binary, TypedExpr operand, Expr expression) {
    if (operand.type() == FormulaType.TEXT || operand.type() == FormulaType.NULL) {
      return true;
    }
    Fix fix = Fixes.convert(operand.type(), Family.TEXT, expression.span());
    session.reportWithFix(
        FormulaProblem.FORMULA_TEXT_NEEDED,
        expression.span(),
        fix,
        "operator",
        binary.operator().symbol(),
        "given",
        TypeNames.of(operand.type()),
        "part",
        TypeChecker.show(expression),
        "hint",
        fix == null ? LocalizedText.of("", "") : useText(expression));
    return false;
  }

  private static LocalizedText useText(Expr expression) {
    String call = "TEXT(" + TypeChecker.show(expression) + ")";
    return LocalizedText.of("请写 " + call + "。", " Write " + call + ".");
  }

  private void operandType(
      String operator, FormulaType expected, FormulaType given, SourceSpan span) {
    session.reportWithFix(
        FormulaProblem.FORMULA_OPERAND_TYPE,
        span,
        Fixes.convert(given, expected.family(), span),
        "operator",
        operator,
        "expected",
        TypeNames.of(expected),
        "given",
        TypeNames.of(given));
  }
}
