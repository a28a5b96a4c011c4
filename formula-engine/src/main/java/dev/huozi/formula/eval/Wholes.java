package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Finds numbers that are whole and small enough for a `long`, so that code for them needs no
/// objects.
final class Wholes {
  /// No bound: not known to be whole.
  static final long NONE = -1;

  /// Largest magnitude that is kept in a `long`.
  private static final long LARGEST = 1L << 62;

  private static final long DAYS = 4_000_000;
  private static final long MILLIS = 86_400_000;

  private final Map<TypedExpr, Long> bounds = new IdentityHashMap<>();

  /// The largest magnitude that the whole number can have, or [#NONE].
  long bound(TypedExpr expression) {
    Long known = bounds.get(expression);
    if (known == null) {
      known = compute(expression);
      bounds.put(expression, known);
    }
    return known;
  }

  private long compute(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.Literal literal -> literal(literal);
      case TypedExpr.Negate negate -> bound(negate.operand());
      case TypedExpr.Arithmetic arithmetic -> arithmetic(arithmetic);
      case TypedExpr.If choice -> branches(choice.branches(), choice.otherwise());
      case TypedExpr.Case choice -> branches(choice.branches(), choice.otherwise());
      case TypedExpr.Call call -> call(call);
      case TypedExpr.Field _,
          TypedExpr.Concat _,
          TypedExpr.Compare _,
          TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.IsBlank _,
          TypedExpr.BlankValue _,
          TypedExpr.IfError _,
          TypedExpr.In _,
          TypedExpr.Includes _,
          TypedExpr.WriteTest _ ->
          NONE;
    };
  }

  private static long literal(TypedExpr.Literal literal) {
    return literal.value() instanceof BigDecimal && new Operand.Constant(literal.value()).isWhole()
        ? Math.abs(new Operand.Constant(literal.value()).whole())
        : NONE;
  }

  private long arithmetic(TypedExpr.Arithmetic arithmetic) {
    return switch (arithmetic.operator()) {
      case ADD, SUBTRACT -> sum(bound(arithmetic.left()), bound(arithmetic.right()));
      case MULTIPLY -> product(bound(arithmetic.left()), bound(arithmetic.right()));
      case DAYS_BETWEEN_DATES -> DAYS;
      case MILLIS_BETWEEN_TIMES -> MILLIS;
      case DIVIDE,
          POWER,
          DATE_PLUS_DAYS,
          DATE_MINUS_DAYS,
          DATETIME_PLUS_DAYS,
          DATETIME_MINUS_DAYS,
          TIME_PLUS_MILLIS,
          TIME_MINUS_MILLIS,
          DAYS_BETWEEN_DATETIMES ->
          NONE;
    };
  }

  private static long sum(long a, long b) {
    return a < 0 || b < 0 || a + b > LARGEST ? NONE : a + b;
  }

  private static long product(long a, long b) {
    return a < 0 || b < 0 || Math.multiplyHigh(a, b) != 0 || a * b < 0 || a * b > LARGEST
        ? NONE
        : a * b;
  }

  private long branches(List<TypedExpr.Branch> branches, TypedExpr otherwise) {
    long largest = bound(otherwise);
    for (TypedExpr.Branch branch : branches) {
      long each = bound(branch.value());
      largest = largest < 0 || each < 0 ? NONE : Math.max(largest, each);
    }
    return largest;
  }

  private long call(TypedExpr.Call call) {
    if (call.signature().kernel() == null) {
      return NONE;
    }
    Intrinsic intrinsic = Intrinsic.of(call, this);
    if (intrinsic != null) {
      return intrinsic.bound(call, this);
    }
    Class<?> result = Traits.kernel(call).type().returnType();
    return result == int.class ? 1L << 31 : result == long.class ? LARGEST : NONE;
  }
}
