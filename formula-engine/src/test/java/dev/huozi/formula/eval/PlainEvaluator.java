package dev.huozi.formula.eval;

import dev.huozi.formula.check.ComparisonOperator;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.function.BlankRule;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.FormulaError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Evaluates typed trees in the most obvious way, with its own arithmetic and its own functions:
/// nothing of the product's kernels, compiler or interpreter. What all three agree on is likely
/// right.
final class PlainEvaluator {
  static final MathContext DIGITS = new MathContext(39, RoundingMode.HALF_UP);

  private final @Nullable Object[] inputs;
  private final PlainFunctions functions;

  PlainEvaluator(@Nullable Object[] inputs, Instant now, ZoneId zone) {
    this.inputs = inputs;
    this.functions = new PlainFunctions(now, zone);
  }

  /// The value, null for a blank.
  ///
  /// @throws PlainError when there is an error
  @Nullable Object value(TypedExpr expression) {
    Object result = evaluate(expression);
    return "".equals(result) ? null : result;
  }

  private @Nullable Object evaluate(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.Literal literal -> literal.value();
      case TypedExpr.Field field -> field(field);
      case TypedExpr.WriteTest test -> Boolean.TRUE.equals(inputs[test.slot()]);
      case TypedExpr.Arithmetic arithmetic -> arithmetic(arithmetic);
      case TypedExpr.Negate negate -> {
        BigDecimal number = (BigDecimal) value(negate.operand());
        yield number == null ? null : BigDecimal.ZERO.subtract(number);
      }
      case TypedExpr.Concat concat -> {
        StringBuilder text = new StringBuilder();
        for (TypedExpr part : concat.parts()) {
          Object each = value(part);
          text.append(each == null ? "" : each);
        }
        yield text.toString();
      }
      case TypedExpr.Compare compare -> compare(compare);
      case TypedExpr.And and -> {
        for (TypedExpr condition : and.conditions()) {
          if (!Boolean.TRUE.equals(value(condition))) {
            yield false;
          }
        }
        yield true;
      }
      case TypedExpr.Or or -> {
        for (TypedExpr condition : or.conditions()) {
          if (Boolean.TRUE.equals(value(condition))) {
            yield true;
          }
        }
        yield false;
      }
      case TypedExpr.Not not -> {
        Object condition = value(not.condition());
        yield condition == null ? null : !Boolean.TRUE.equals(condition);
      }
      case TypedExpr.If choice -> {
        for (TypedExpr.Branch branch : choice.branches()) {
          if (Boolean.TRUE.equals(value(branch.test()))) {
            yield value(branch.value());
          }
        }
        yield value(choice.otherwise());
      }
      case TypedExpr.Case choice -> choice(choice);
      case TypedExpr.IsBlank blank -> {
        Object operand = value(blank.operand());
        boolean text = blank.operand().type().family() == Family.TEXT;
        yield operand == null && !(text && blank.neverForText());
      }
      case TypedExpr.BlankValue fallback -> {
        Object operand = value(fallback.operand());
        boolean text = fallback.type().family() == Family.TEXT;
        yield operand != null || text && fallback.neverForText()
            ? operand
            : value(fallback.fallback());
      }
      case TypedExpr.IfError fallback -> {
        Object result;
        try {
          result = value(fallback.operand());
        } catch (PlainError _) {
          result = value(fallback.fallback());
        }
        yield result;
      }
      case TypedExpr.In in -> {
        Object operand = value(in.operand());
        if (operand != null) {
          for (TypedExpr option : in.options()) {
            Object each = value(option);
            if (each != null && equal(operand, each)) {
              yield true;
            }
          }
        }
        yield false;
      }
      case TypedExpr.Includes includes -> {
        Object codes = value(includes.operand());
        yield codes != null && ((List<?>) codes).contains(includes.code());
      }
      case TypedExpr.Call call -> call(call);
    };
  }

  private @Nullable Object field(TypedExpr.Field field) {
    Object input = inputs[field.slot()];
    if (input instanceof FormulaError) {
      throw new PlainError("input");
    }
    boolean empty = input == null || "".equals(input) || List.of().equals(input);
    return empty ? field.whenBlank() : input;
  }

  private @Nullable Object arithmetic(TypedExpr.Arithmetic arithmetic) {
    Object a = value(arithmetic.left());
    Object b = value(arithmetic.right());
    if (a == null || b == null) {
      return null;
    }
    return switch (arithmetic.operator()) {
      case ADD -> ((BigDecimal) a).add((BigDecimal) b).round(DIGITS);
      case SUBTRACT -> ((BigDecimal) a).subtract((BigDecimal) b).round(DIGITS);
      case MULTIPLY -> ((BigDecimal) a).multiply((BigDecimal) b).round(DIGITS);
      case DIVIDE -> divide((BigDecimal) a, (BigDecimal) b);
      case POWER -> power((BigDecimal) a, (BigDecimal) b);
      case DATE_PLUS_DAYS -> PlainFunctions.day(((LocalDate) a).toEpochDay() + cut((BigDecimal) b));
      case DATE_MINUS_DAYS ->
          PlainFunctions.day(((LocalDate) a).toEpochDay() - cut((BigDecimal) b));
      case DATETIME_PLUS_DAYS ->
          PlainFunctions.moment(((Instant) a).plusSeconds(seconds((BigDecimal) b)));
      case DATETIME_MINUS_DAYS ->
          PlainFunctions.moment(((Instant) a).minusSeconds(seconds((BigDecimal) b)));
      case TIME_PLUS_MILLIS -> clock(PlainFunctions.millis((LocalTime) a) + cut((BigDecimal) b));
      case TIME_MINUS_MILLIS -> clock(PlainFunctions.millis((LocalTime) a) - cut((BigDecimal) b));
      case DAYS_BETWEEN_DATES ->
          BigDecimal.valueOf(((LocalDate) a).toEpochDay() - ((LocalDate) b).toEpochDay());
      case DAYS_BETWEEN_DATETIMES ->
          divide(
              BigDecimal.valueOf(((Instant) a).toEpochMilli() - ((Instant) b).toEpochMilli()),
              BigDecimal.valueOf(86_400_000));
      case MILLIS_BETWEEN_TIMES ->
          BigDecimal.valueOf(
              Math.floorMod(
                  PlainFunctions.millis((LocalTime) a) - PlainFunctions.millis((LocalTime) b),
                  86_400_000L));
    };
  }

  private static LocalTime clock(long millis) {
    return LocalTime.ofNanoOfDay(Math.floorMod(millis, 86_400_000L) * 1_000_000);
  }

  private static long cut(BigDecimal number) {
    return number.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  private static long seconds(BigDecimal days) {
    return days.multiply(BigDecimal.valueOf(86_400))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  static BigDecimal divide(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw new PlainError("division by zero");
    }
    return a.divide(b, DIGITS);
  }

  /// By repeated multiplication, rounded to 18 digits at the end.
  private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    BigDecimal whole = exponent.stripTrailingZeros();
    if (whole.scale() > 0 || whole.abs().compareTo(BigDecimal.valueOf(10_000)) > 0) {
      throw new PlainError("exponent");
    }
    int times = Math.abs(whole.intValueExact());
    BigDecimal result = BigDecimal.ONE;
    for (int i = 0; i < times; i++) {
      result = result.multiply(base, new MathContext(60));
    }
    if (whole.signum() < 0) {
      if (result.signum() == 0) {
        throw new PlainError("division by zero");
      }
      result = BigDecimal.ONE.divide(result, new MathContext(60));
    }
    if (result.abs().compareTo(new BigDecimal("1E64")) > 0) {
      throw new PlainError("range");
    }
    return result.round(new MathContext(18, RoundingMode.HALF_UP));
  }

  private @Nullable Boolean compare(TypedExpr.Compare compare) {
    Object a = value(compare.left());
    Object b = value(compare.right());
    Family left = compare.left().type().family();
    Family family = left == Family.NULL ? compare.right().type().family() : left;
    boolean textual =
        family == Family.TEXT || family == Family.PICKLIST || family == Family.REFERENCE;
    ComparisonOperator operator = compare.operator();
    if (textual && operator.isEquality()) {
      return Objects.equals(a, b) == (operator == ComparisonOperator.EQUAL);
    }
    if (a == null || b == null) {
      return null;
    }
    if (operator.isEquality()) {
      return equal(a, b) == (operator == ComparisonOperator.EQUAL);
    }
    int order = order(a, b);
    return switch (operator) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL, NOT_EQUAL -> throw new IllegalStateException();
    };
  }

  static boolean equal(Object a, Object b) {
    return a instanceof BigDecimal x ? x.compareTo((BigDecimal) b) == 0 : a.equals(b);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int order(Object a, Object b) {
    if (a instanceof String) {
      int[] x = ((String) a).codePoints().toArray();
      int[] y = ((String) b).codePoints().toArray();
      return java.util.Arrays.compare(x, y);
    }
    return ((Comparable) a).compareTo(b);
  }

  private @Nullable Object choice(TypedExpr.Case choice) {
    Object subject = value(choice.subject());
    Family family = choice.subject().type().family();
    boolean textual =
        family == Family.TEXT || family == Family.PICKLIST || family == Family.REFERENCE;
    if (subject != null || textual) {
      for (TypedExpr.Branch branch : choice.branches()) {
        Object test = value(branch.test());
        boolean same =
            subject == null || test == null ? textual && subject == test : equal(subject, test);
        if (same) {
          return value(branch.value());
        }
      }
    }
    return value(choice.otherwise());
  }

  private @Nullable Object call(TypedExpr.Call call) {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (TypedExpr argument : call.arguments()) {
      arguments.add(value(argument));
    }
    boolean propagates = call.signature().blanks() == BlankRule.PROPAGATE;
    if (propagates && arguments.contains(null)) {
      return null;
    }
    return functions.call(call.function().name(), arguments);
  }
}
