package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.GeoPoint;
import dev.huozi.platform.sql.SqlFragment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values that are no conditions. An error is the marker of its type.
final class SqlValues {
  private final SqlParts parts;
  private final SqlCalls calls;

  SqlValues(SqlParts parts, SqlCalls calls) {
    this.parts = parts;
    this.calls = calls;
  }

  SqlCalls calls() {
    return calls;
  }

  SqlFragment column(TypedExpr.Field field) {
    return parts.columns().column(field.path());
  }

  /// @param family what the value is used as, which decides the type of a NULL
  SqlFragment value(TypedExpr expression, Family family) {
    Function<TypedExpr, SqlFragment> part = each -> value(each, family);
    return switch (expression) {
      case TypedExpr.Literal literal -> literal(literal, family);
      case TypedExpr.Field field -> field(field);
      case TypedExpr.Arithmetic arithmetic -> arithmetic(arithmetic);
      case TypedExpr.Negate negate ->
          SqlFragment.of("(- ").then(value(negate.operand(), Family.NUMERIC)).then(")");
      case TypedExpr.Concat concat -> concat(concat);
      case TypedExpr.If choice -> parts.choices().conditional(choice, family, part);
      case TypedExpr.Case choice -> parts.choices().cases(choice, family, part);
      case TypedExpr.BlankValue fallback -> fallback(fallback, family);
      case TypedExpr.IfError fallback ->
          parts.canFail(fallback.operand())
              ? parts
                  .choices()
                  .ifError(part.apply(fallback.operand()), part.apply(fallback.fallback()), family)
              : part.apply(fallback.operand());
      case TypedExpr.Call call -> calls.value(call);
      case TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.Compare _,
          TypedExpr.In _,
          TypedExpr.IsBlank _,
          TypedExpr.Includes _,
          TypedExpr.WriteTest _ ->
          throw new IllegalArgumentException(
              "Expression (%s) is a condition.".formatted(expression));
    };
  }

  private SqlFragment field(TypedExpr.Field field) {
    SqlFragment column = column(field);
    return field.whenBlank() instanceof BigDecimal
        ? SqlFragment.of("coalesce(").then(column).then(", 0)")
        : column;
  }

  private SqlFragment fallback(TypedExpr.BlankValue fallback, Family family) {
    if (fallback.neverForText() && family == Family.TEXT) {
      return value(fallback.operand(), family);
    }
    return parts
        .choices()
        .firstNotBlank(blankAsNull(fallback.operand(), family), value(fallback.fallback(), family));
  }

  /// A value whose blank text is null. Only columns hold texts without characters.
  SqlFragment blankAsNull(TypedExpr expression, Family family) {
    SqlFragment value = value(expression, family);
    return family == Family.TEXT && mayBeEmpty(expression)
        ? SqlFragment.of("nullif(").then(value).then(", '')")
        : value;
  }

  private static boolean mayBeEmpty(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.Field _ -> true;
      case TypedExpr.If choice ->
          mayBeEmpty(choice.otherwise())
              || choice.branches().stream().anyMatch(branch -> mayBeEmpty(branch.value()));
      case TypedExpr.Case choice ->
          mayBeEmpty(choice.otherwise())
              || choice.branches().stream().anyMatch(branch -> mayBeEmpty(branch.value()));
      case TypedExpr.BlankValue fallback ->
          mayBeEmpty(fallback.operand()) || mayBeEmpty(fallback.fallback());
      case TypedExpr.IfError fallback ->
          mayBeEmpty(fallback.operand()) || mayBeEmpty(fallback.fallback());
      case TypedExpr.Literal _,
          TypedExpr.Arithmetic _,
          TypedExpr.Negate _,
          TypedExpr.Concat _,
          TypedExpr.Compare _,
          TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.IsBlank _,
          TypedExpr.In _,
          TypedExpr.Includes _,
          TypedExpr.WriteTest _,
          TypedExpr.Call _ ->
          false;
    };
  }

  SqlFragment isBlank(TypedExpr expression) {
    return SqlFragment.of("(")
        .then(blankAsNull(expression, SqlParts.family(expression)))
        .then(" is null)");
  }

  private SqlFragment concat(TypedExpr.Concat concat) {
    List<Guard.Operand> operands = new ArrayList<>();
    for (TypedExpr part : concat.parts()) {
      operands.add(new Guard.Operand(value(part, Family.TEXT), Family.TEXT, parts.canFail(part)));
    }
    return parts
        .guard()
        .over(
            operands,
            Family.TEXT,
            values ->
                SqlFragment.of("nullif(")
                    .then(
                        SqlFragment.join(
                            " || ",
                            values.stream()
                                .map(each -> SqlFragment.of("coalesce(").then(each).then(", '')"))
                                .toList()))
                    .then(", '')"));
  }

  private SqlFragment arithmetic(TypedExpr.Arithmetic arithmetic) {
    List<Guard.Operand> operands =
        List.of(
            parts.operand(arithmetic.left(), left(arithmetic)),
            parts.operand(arithmetic.right(), right(arithmetic)));
    return parts
        .guard()
        .over(operands, arithmetic.type().family(), values -> operation(arithmetic, values));
  }

  private static Family left(TypedExpr.Arithmetic arithmetic) {
    return switch (arithmetic.operator()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> Family.NUMERIC;
      case DATE_PLUS_DAYS, DATE_MINUS_DAYS, DAYS_BETWEEN_DATES -> Family.DATE;
      case DATETIME_PLUS_DAYS, DATETIME_MINUS_DAYS, DAYS_BETWEEN_DATETIMES -> Family.DATETIME;
      case TIME_PLUS_MILLIS, TIME_MINUS_MILLIS, MILLIS_BETWEEN_TIMES -> Family.TIME;
    };
  }

  private static Family right(TypedExpr.Arithmetic arithmetic) {
    return switch (arithmetic.operator()) {
      case DAYS_BETWEEN_DATES -> Family.DATE;
      case DAYS_BETWEEN_DATETIMES -> Family.DATETIME;
      case MILLIS_BETWEEN_TIMES -> Family.TIME;
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          POWER,
          DATE_PLUS_DAYS,
          DATE_MINUS_DAYS,
          DATETIME_PLUS_DAYS,
          DATETIME_MINUS_DAYS,
          TIME_PLUS_MILLIS,
          TIME_MINUS_MILLIS ->
          Family.NUMERIC;
    };
  }

  private SqlFragment operation(TypedExpr.Arithmetic arithmetic, List<SqlFragment> values) {
    SqlFragment left = SqlFragment.of("(").then(values.getFirst());
    SqlFragment right = values.getLast();
    return switch (arithmetic.operator()) {
      case ADD -> fitted(arithmetic, left.then(" + ").then(right).then(")"));
      case SUBTRACT -> fitted(arithmetic, left.then(" - ").then(right).then(")"));
      case MULTIPLY -> fitted(arithmetic, left.then(" * ").then(right).then(")"));
      case DIVIDE -> calls.function("divide", values);
      case POWER -> calls.function("power", values);
      case DATE_PLUS_DAYS, DATETIME_PLUS_DAYS -> calls.function("plus_days", values);
      case DATE_MINUS_DAYS, DATETIME_MINUS_DAYS -> calls.function("minus_days", values);
      case TIME_PLUS_MILLIS -> calls.function("plus_millis", values);
      case TIME_MINUS_MILLIS -> calls.function("minus_millis", values);
      case DAYS_BETWEEN_DATES -> left.then(" - ").then(right).then(")::numeric");
      case DAYS_BETWEEN_DATETIMES -> calls.function("days_between", values);
      case MILLIS_BETWEEN_TIMES -> calls.function("millis_between", values);
    };
  }

  /// Sums and products are exact in the database; they need rounding only where they may have more
  /// digits than numbers keep.
  private SqlFragment fitted(TypedExpr.Arithmetic arithmetic, SqlFragment result) {
    return parts.fallibility().mayGrowLong(arithmetic)
        ? calls.function("fit", List.of(result))
        : result;
  }

  private static SqlFragment literal(TypedExpr.Literal literal, Family family) {
    if (literal.value() instanceof GeoPoint) {
      throw new NotSqlException(literal.span(), SqlCalls.PLACE);
    }
    if (literal.value() instanceof String text && text.indexOf('\0') >= 0) {
      throw new NotSqlException(
          literal.span(), "数据库文本不能含有字符 U+0000。", "texts of the database hold no character U+0000.");
    }
    return parameter(literal.value(), family);
  }

  static SqlFragment parameter(@Nullable Object value, Family family) {
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
}
