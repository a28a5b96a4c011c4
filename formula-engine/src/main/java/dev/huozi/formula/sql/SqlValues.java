package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Values inside conditions. Only what cannot fail in the database is translated.
final class SqlValues {
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal MAXIMUM_SHIFT = BigDecimal.valueOf(3_650_000);

  private final ColumnResolver columns;
  private final SqlConditions conditions;

  SqlValues(ColumnResolver columns, SqlConditions conditions) {
    this.columns = columns;
    this.conditions = conditions;
  }

  SqlFragment column(TypedExpr.Field field) {
    return columns.column(field.path());
  }

  /// @param family what the value is used as, which decides the type of a NULL
  SqlFragment value(TypedExpr expression, Family family) {
    return switch (expression) {
      case TypedExpr.Literal literal -> parameter(literal.value(), family);
      case TypedExpr.Field field -> field(field);
      case TypedExpr.Arithmetic arithmetic -> arithmetic(arithmetic);
      case TypedExpr.Negate negate ->
          SqlFragment.of("(- ").then(value(negate.operand(), Family.NUMERIC)).then(")");
      case TypedExpr.If choice -> choice(choice, family);
      case TypedExpr.BlankValue fallback -> fallback(fallback, family);
      case TypedExpr.Concat _, TypedExpr.Case _, TypedExpr.IfError _, TypedExpr.Call _ ->
          throw unsupported(expression);
      case TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.Compare _,
          TypedExpr.In _,
          TypedExpr.IsBlank _,
          TypedExpr.Includes _,
          TypedExpr.WriteTest _ ->
          conditions.exact(expression);
    };
  }

  private SqlFragment field(TypedExpr.Field field) {
    SqlFragment column = column(field);
    return field.whenBlank() instanceof BigDecimal
        ? SqlFragment.of("coalesce(").then(column).then(", 0)")
        : column;
  }

  private SqlFragment choice(TypedExpr.If choice, Family family) {
    SqlFragment all = SqlFragment.of("(case");
    for (TypedExpr.Branch branch : choice.branches()) {
      all =
          all.then(" when ")
              .then(conditions.condition(branch.test()))
              .then(" then ")
              .then(value(branch.value(), family));
    }
    return all.then(" else ").then(value(choice.otherwise(), family)).then(" end)");
  }

  private SqlFragment fallback(TypedExpr.BlankValue fallback, Family family) {
    if (fallback.neverForText() && family == Family.TEXT) {
      return value(fallback.operand(), family);
    }
    SqlFragment operand = blankAsNull(fallback.operand(), family);
    return SqlFragment.of("coalesce(")
        .then(operand)
        .then(", ")
        .then(value(fallback.fallback(), family))
        .then(")");
  }

  /// A value whose blank text is null.
  SqlFragment blankAsNull(TypedExpr expression, Family family) {
    SqlFragment value = value(expression, family);
    boolean maybeEmpty = family == Family.TEXT && !(expression instanceof TypedExpr.Literal);
    return maybeEmpty ? SqlFragment.of("nullif(").then(value).then(", '')") : value;
  }

  SqlFragment isBlank(TypedExpr expression) {
    Family family = expression.type().family();
    return SqlFragment.of("(").then(blankAsNull(expression, family)).then(" is null)");
  }

  private SqlFragment arithmetic(TypedExpr.Arithmetic arithmetic) {
    TypedExpr left = arithmetic.left();
    TypedExpr right = arithmetic.right();
    return switch (arithmetic.operator()) {
      case ADD -> numeric(left).then(" + ").then(value(right, Family.NUMERIC)).then(")");
      case SUBTRACT -> numeric(left).then(" - ").then(value(right, Family.NUMERIC)).then(")");
      case MULTIPLY -> numeric(left).then(" * ").then(value(right, Family.NUMERIC)).then(")");
      case DATE_PLUS_DAYS -> shiftDate(arithmetic, 1);
      case DATE_MINUS_DAYS -> shiftDate(arithmetic, -1);
      case DATETIME_PLUS_DAYS -> shiftInstant(arithmetic, 1);
      case DATETIME_MINUS_DAYS -> shiftInstant(arithmetic, -1);
      case DAYS_BETWEEN_DATES ->
          SqlFragment.of("(")
              .then(value(left, Family.DATE))
              .then(" - ")
              .then(value(right, Family.DATE))
              .then(")::numeric");
      case DIVIDE,
          POWER,
          TIME_PLUS_MILLIS,
          TIME_MINUS_MILLIS,
          DAYS_BETWEEN_DATETIMES,
          MILLIS_BETWEEN_TIMES ->
          throw unsupported(arithmetic);
    };
  }

  private SqlFragment numeric(TypedExpr operand) {
    return SqlFragment.of("(").then(value(operand, Family.NUMERIC));
  }

  private SqlFragment shiftDate(TypedExpr.Arithmetic arithmetic, int sign) {
    int days = shift(arithmetic).setScale(0, RoundingMode.DOWN).intValue() * sign;
    return SqlFragment.of("(").then(value(arithmetic.left(), Family.DATE)).then(" + ?::int)", days);
  }

  private SqlFragment shiftInstant(TypedExpr.Arithmetic arithmetic, int sign) {
    long seconds = seconds(shift(arithmetic)) * sign;
    return SqlFragment.of("(")
        .then(value(arithmetic.left(), Family.DATETIME))
        .then(" + ?::bigint * interval '1 second')", seconds);
  }

  private static long seconds(BigDecimal days) {
    return days.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  /// A constant number of days that no date can leave its range by.
  private BigDecimal shift(TypedExpr.Arithmetic arithmetic) {
    if (arithmetic.right() instanceof TypedExpr.Literal literal
        && literal.value() instanceof BigDecimal days
        && days.abs().compareTo(MAXIMUM_SHIFT) < 0) {
      return days;
    }
    throw new NotSqlException(
        arithmetic.span(), "日期只能加减一个固定的天数。", "a date can be moved by a fixed number of days only.");
  }

  private static SqlFragment parameter(@Nullable Object value, Family family) {
    return switch (family) {
      case NUMERIC -> SqlFragment.of("?::numeric", value);
      case TEXT, PICKLIST -> SqlFragment.of("?::text", value);
      case BOOLEAN -> SqlFragment.of("?::boolean", value);
      case DATE -> SqlFragment.of("?::date", value);
      case DATETIME -> SqlFragment.of("?::timestamptz", value);
      case TIME -> SqlFragment.of("?::time", value);
      case REFERENCE -> SqlFragment.of("?::uuid", value);
      case MULTIPICKLIST -> SqlFragment.of("null::text[]");
      case GEO, NULL -> SqlFragment.of("null");
    };
  }

  NotSqlException unsupported(TypedExpr expression) {
    return new NotSqlException(
        expression.span(),
        "这个函数或运算在筛选中还不支持。",
        "this function or operator is not supported in filters yet.");
  }
}
