package dev.huozi.formula.eval;

import dev.huozi.formula.check.ComparisonOperator;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.function.Kernel;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.number.Arithmetic;
import dev.huozi.formula.operator.Comparisons;
import dev.huozi.formula.operator.Conversions;
import dev.huozi.formula.operator.Inputs;
import dev.huozi.formula.text.Texts;
import dev.huozi.formula.time.DateTimes;
import dev.huozi.formula.time.Dates;
import dev.huozi.formula.time.Times;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.EvaluationContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Evaluates a typed tree by walking it: for formulas too large for a class, and for constants.
final class Interpreter implements FormulaCode {
  private final TypedExpr root;
  private final Structure structure;

  Interpreter(TypedExpr root, Structure structure) {
    this.root = root;
    this.structure = structure;
  }

  @Override
  public @Nullable Object run(@Nullable Object[] inputs, EvaluationContext context) {
    try {
      return new Run(inputs, context).value(root);
    } catch (FailedException failed) {
      return failed.error;
    }
  }

  /// Carries an error out of the walk.
  private static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SiteError error;

    private FailedException(SiteError error) {
      super(null, null, false, false);
      this.error = error;
    }
  }

  private final class Run {
    private final @Nullable Object[] inputs;
    private final EvaluationContext context;

    private Run(@Nullable Object[] inputs, EvaluationContext context) {
      this.inputs = inputs;
      this.context = context;
    }

    private @Nullable Object value(TypedExpr expression) {
      try {
        return evaluate(expression);
      } catch (FailedException failed) {
        throw failed;
      } catch (RuntimeException failure) {
        throw new FailedException(SiteError.of(failure, structure.site(expression)));
      }
    }

    private @Nullable Object evaluate(TypedExpr expression) {
      return switch (expression) {
        case TypedExpr.Literal literal -> literal.value();
        case TypedExpr.Field field -> read(field);
        case TypedExpr.WriteTest test -> Inputs.flag(inputs[test.slot()]);
        case TypedExpr.Arithmetic arithmetic -> arithmetic(arithmetic);
        case TypedExpr.Negate negate ->
            value(negate.operand()) instanceof BigDecimal number ? number.negate() : null;
        case TypedExpr.Concat concat -> concat(concat);
        case TypedExpr.Compare compare -> compare(compare);
        case TypedExpr.And and -> !anyHolds(and.conditions(), false);
        case TypedExpr.Or or -> anyHolds(or.conditions(), true);
        case TypedExpr.Not not ->
            value(not.condition()) instanceof Boolean condition ? !condition : null;
        case TypedExpr.If choice -> conditional(choice);
        case TypedExpr.Case choice -> choice(choice);
        case TypedExpr.IsBlank blank -> isBlank(blank);
        case TypedExpr.BlankValue fallback -> blankValue(fallback);
        case TypedExpr.IfError fallback -> ifError(fallback);
        case TypedExpr.In in -> in(in);
        case TypedExpr.Includes includes ->
            value(includes.operand()) instanceof List<?> codes && codes.contains(includes.code());
        case TypedExpr.Call call -> call(call);
      };
    }

    private boolean holds(TypedExpr condition) {
      return Boolean.TRUE.equals(value(condition));
    }

    /// Whether one of the conditions holds (or, for `wanted` false, does not hold).
    private boolean anyHolds(List<TypedExpr> conditions, boolean wanted) {
      for (TypedExpr condition : conditions) {
        if (holds(condition) == wanted) {
          return true;
        }
      }
      return false;
    }

    private @Nullable Object read(TypedExpr.Field field) {
      Object input = inputs[field.slot()];
      Object value =
          switch (field.type().family()) {
            case NUMERIC -> Inputs.number(input);
            case TEXT, PICKLIST -> Inputs.text(input);
            case BOOLEAN -> Inputs.flag(input);
            case DATE -> Inputs.date(input);
            case DATETIME -> Inputs.datetime(input);
            case TIME -> Inputs.time(input);
            case MULTIPICKLIST -> Inputs.codes(input);
            case GEO -> Inputs.geo(input);
            case REFERENCE, NULL -> Inputs.reference(input);
          };
      return value == null ? field.whenBlank() : value;
    }

    private @Nullable Object arithmetic(TypedExpr.Arithmetic arithmetic) {
      Object left = value(arithmetic.left());
      Object right = value(arithmetic.right());
      if (left == null || right == null) {
        return null;
      }
      return switch (arithmetic.operator()) {
        case ADD -> Arithmetic.add((BigDecimal) left, (BigDecimal) right);
        case SUBTRACT -> Arithmetic.subtract((BigDecimal) left, (BigDecimal) right);
        case MULTIPLY -> Arithmetic.multiply((BigDecimal) left, (BigDecimal) right);
        case DIVIDE -> Arithmetic.divide((BigDecimal) left, (BigDecimal) right);
        case POWER -> Arithmetic.power((BigDecimal) left, (BigDecimal) right);
        case DATE_PLUS_DAYS -> Dates.plusDays((LocalDate) left, (BigDecimal) right);
        case DATE_MINUS_DAYS -> Dates.minusDays((LocalDate) left, (BigDecimal) right);
        case DATETIME_PLUS_DAYS -> DateTimes.plusDays((Instant) left, (BigDecimal) right);
        case DATETIME_MINUS_DAYS -> DateTimes.minusDays((Instant) left, (BigDecimal) right);
        case TIME_PLUS_MILLIS -> Times.plusMillis((LocalTime) left, (BigDecimal) right);
        case TIME_MINUS_MILLIS -> Times.minusMillis((LocalTime) left, (BigDecimal) right);
        case DAYS_BETWEEN_DATES ->
            BigDecimal.valueOf(Dates.difference((LocalDate) left, (LocalDate) right));
        case DAYS_BETWEEN_DATETIMES -> DateTimes.difference((Instant) left, (Instant) right);
        case MILLIS_BETWEEN_TIMES ->
            BigDecimal.valueOf(Times.difference((LocalTime) left, (LocalTime) right));
      };
    }

    private @Nullable Object concat(TypedExpr.Concat concat) {
      List<@Nullable Object> parts = new ArrayList<>();
      for (TypedExpr part : concat.parts()) {
        parts.add(value(part));
      }
      String joined = null;
      for (Object part : parts) {
        joined = Texts.concat(joined, (String) part);
      }
      return Conversions.text(joined, context);
    }

    private @Nullable Boolean compare(TypedExpr.Compare compare) {
      Object left = value(compare.left());
      Object right = value(compare.right());
      ComparisonOperator operator = compare.operator();
      if (Traits.isNullSafe(compare)) {
        return Objects.equals(left, right) == (operator == ComparisonOperator.EQUAL);
      }
      if (left == null || right == null) {
        return null;
      }
      return switch (operator) {
        case EQUAL -> same(left, right);
        case NOT_EQUAL -> !same(left, right);
        case LESS -> order(left, right) < 0;
        case LESS_OR_EQUAL -> order(left, right) <= 0;
        case GREATER -> order(left, right) > 0;
        case GREATER_OR_EQUAL -> order(left, right) >= 0;
      };
    }

    private static boolean same(Object left, Object right) {
      return left instanceof BigDecimal a && right instanceof BigDecimal b
          ? a.compareTo(b) == 0
          : left.equals(right);
    }

    private static int order(Object left, Object right) {
      return switch (left) {
        case BigDecimal number -> number.compareTo((BigDecimal) right);
        case String text -> Comparisons.compare(text, (String) right);
        case LocalDate date -> date.compareTo((LocalDate) right);
        case Instant moment -> moment.compareTo((Instant) right);
        case LocalTime time -> time.compareTo((LocalTime) right);
        default ->
            throw new IllegalArgumentException(
                "Values of (%s) have no order.".formatted(left.getClass()));
      };
    }

    private @Nullable Object conditional(TypedExpr.If choice) {
      for (TypedExpr.Branch branch : choice.branches()) {
        if (holds(branch.test())) {
          return value(branch.value());
        }
      }
      return value(choice.otherwise());
    }

    private @Nullable Object choice(TypedExpr.Case choice) {
      Object subject = value(choice.subject());
      Family family = choice.subject().type().family();
      boolean blankIsValue =
          family == Family.TEXT || family == Family.PICKLIST || family == Family.REFERENCE;
      for (TypedExpr.Branch branch : choice.branches()) {
        if (subject == null && !blankIsValue) {
          break;
        }
        Object test = value(branch.test());
        if (subject == null ? test == null : test != null && same(subject, test)) {
          return value(branch.value());
        }
      }
      return value(choice.otherwise());
    }

    private boolean isBlank(TypedExpr.IsBlank blank) {
      Object operand = value(blank.operand());
      return operand == null
          && !(blank.neverForText() && blank.operand().type().family() == Family.TEXT);
    }

    private @Nullable Object blankValue(TypedExpr.BlankValue fallback) {
      Object operand = value(fallback.operand());
      boolean keep =
          operand != null || fallback.neverForText() && fallback.type().family() == Family.TEXT;
      return keep ? operand : value(fallback.fallback());
    }

    private @Nullable Object ifError(TypedExpr.IfError fallback) {
      try {
        return value(fallback.operand());
      } catch (FailedException _) {
        return value(fallback.fallback());
      }
    }

    private boolean in(TypedExpr.In in) {
      Object operand = value(in.operand());
      if (operand == null) {
        return false;
      }
      for (TypedExpr option : in.options()) {
        Object each = value(option);
        if (each != null && same(operand, each)) {
          return true;
        }
      }
      return false;
    }

    private @Nullable Object call(TypedExpr.Call call) {
      @Nullable Object[] arguments = new Object[call.arguments().size()];
      boolean blank = false;
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = value(call.arguments().get(i));
        blank |= arguments[i] == null;
      }
      if (blank && Traits.propagates(call)) {
        return null;
      }
      Kernel kernel = Traits.kernel(call);
      if (call.signature().repeats() != Signature.Repeat.FOLD) {
        return result(KernelCaller.call(kernel, call.signature(), arguments, context));
      }
      Object folded = arguments[0];
      for (int i = 1; i < arguments.length; i++) {
        folded =
            KernelCaller.call(
                kernel, call.signature(), new Object[] {folded, arguments[i]}, context);
      }
      return result(folded);
    }

    private @Nullable Object result(@Nullable Object value) {
      return value instanceof String text ? Conversions.text(text, context) : value;
    }
  }
}
