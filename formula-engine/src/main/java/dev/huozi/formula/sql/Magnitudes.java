package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import java.math.BigDecimal;

/// How many digits a number can have: what stays below the 39 that numbers keep needs no rounding
/// in SQL.
final class Magnitudes {
  /// Digits that every operation keeps.
  static final int KEPT = 39;

  /// Digits before the point beyond which a number is an error.
  static final int LARGEST = 309;

  /// A field of a record: far more than any column takes.
  private static final Size FIELD = new Size(20, 18);

  private static final Size ANYTHING = new Size(LARGEST + 1, 400);

  /// @param whole most digits before the point
  /// @param scale most digits after it
  record Size(int whole, int scale) {
    int digits() {
      return whole + scale;
    }
  }

  Size of(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.Literal literal -> literal(literal);
      case TypedExpr.Field _ -> FIELD;
      case TypedExpr.Negate negate -> of(negate.operand());
      case TypedExpr.Arithmetic arithmetic -> arithmetic(arithmetic);
      case TypedExpr.Call _,
          TypedExpr.If _,
          TypedExpr.Case _,
          TypedExpr.BlankValue _,
          TypedExpr.IfError _,
          TypedExpr.Concat _,
          TypedExpr.Compare _,
          TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.IsBlank _,
          TypedExpr.In _,
          TypedExpr.Includes _,
          TypedExpr.WriteTest _ ->
          ANYTHING;
    };
  }

  private static Size literal(TypedExpr.Literal literal) {
    return literal.value() instanceof BigDecimal number
        ? new Size(Math.max(number.precision() - number.scale(), 1), Math.max(number.scale(), 0))
        : new Size(1, 0);
  }

  private Size arithmetic(TypedExpr.Arithmetic arithmetic) {
    Size left = of(arithmetic.left());
    Size right = of(arithmetic.right());
    return switch (arithmetic.operator()) {
      case ADD, SUBTRACT ->
          new Size(
              Math.max(left.whole(), right.whole()) + 1, Math.max(left.scale(), right.scale()));
      case MULTIPLY -> new Size(left.whole() + right.whole(), left.scale() + right.scale());
      case DAYS_BETWEEN_DATES -> new Size(7, 0);
      case MILLIS_BETWEEN_TIMES -> new Size(8, 0);
      case DIVIDE,
          POWER,
          DATE_PLUS_DAYS,
          DATE_MINUS_DAYS,
          DATETIME_PLUS_DAYS,
          DATETIME_MINUS_DAYS,
          TIME_PLUS_MILLIS,
          TIME_MINUS_MILLIS,
          DAYS_BETWEEN_DATETIMES ->
          ANYTHING;
    };
  }
}
