package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.function.Volatility;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can fail, so that everything else stays plain SQL that indexes serve. Fields do not fail,
/// unless the resolver says so.
final class Fallibility {
  /// Functions that have no value for some arguments.
  private static final Set<String> FUNCTIONS =
      Set.of(
          "VALUE",
          "DATE",
          "DATEVALUE",
          "DATETIMEVALUE",
          "TIMEVALUE",
          "SQRT",
          "LN",
          "LOG",
          "EXP",
          "ADDMONTHS",
          "FROMUNIXTIME",
          "DATEDIF",
          "FORMATDURATION",
          "LPAD",
          "RPAD",
          "SUBSTITUTE");

  private final ColumnResolver columns;
  private final Magnitudes magnitudes = new Magnitudes();
  private final Map<TypedExpr, Boolean> known = new IdentityHashMap<>();

  Fallibility(ColumnResolver columns) {
    this.columns = columns;
  }

  boolean canFail(TypedExpr expression) {
    Boolean before = known.get(expression);
    if (before != null) {
      return before;
    }
    boolean can = compute(expression);
    known.put(expression, can);
    return can;
  }

  boolean anyCanFail(List<TypedExpr> expressions) {
    return expressions.stream().anyMatch(this::canFail);
  }

  /// Whether a sum or product may have more digits than numbers keep.
  boolean mayGrowLong(TypedExpr.Arithmetic arithmetic) {
    return magnitudes.of(arithmetic).digits() > Magnitudes.KEPT;
  }

  private boolean compute(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.Literal _, TypedExpr.WriteTest _ -> false;
      case TypedExpr.Field field -> columns.mayFail(field.path());
      case TypedExpr.Arithmetic arithmetic ->
          anyCanFail(arithmetic.children()) || operation(arithmetic);
      case TypedExpr.Call call -> anyCanFail(call.arguments()) || function(call);
      case TypedExpr.IfError fallback ->
          canFail(fallback.operand()) && canFail(fallback.fallback());
      case TypedExpr.Negate _,
          TypedExpr.Concat _,
          TypedExpr.Compare _,
          TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.If _,
          TypedExpr.Case _,
          TypedExpr.IsBlank _,
          TypedExpr.BlankValue _,
          TypedExpr.In _,
          TypedExpr.Includes _ ->
          anyCanFail(expression.children());
    };
  }

  private boolean operation(TypedExpr.Arithmetic arithmetic) {
    return switch (arithmetic.operator()) {
      case ADD, SUBTRACT, MULTIPLY -> magnitudes.of(arithmetic).whole() > Magnitudes.LARGEST;
      case DIVIDE -> !isNumberButZero(arithmetic.right());
      case POWER, DATE_PLUS_DAYS, DATE_MINUS_DAYS, DATETIME_PLUS_DAYS, DATETIME_MINUS_DAYS -> true;
      case TIME_PLUS_MILLIS,
          TIME_MINUS_MILLIS,
          DAYS_BETWEEN_DATES,
          DAYS_BETWEEN_DATETIMES,
          MILLIS_BETWEEN_TIMES ->
          false;
    };
  }

  private boolean function(TypedExpr.Call call) {
    String name = call.function().name();
    if (name.equals("MOD")) {
      return !isNumberButZero(call.arguments().getLast());
    }
    return FUNCTIONS.contains(name)
        || call.function().volatility(call.signature()) == Volatility.ZONE;
  }

  private static boolean isNumberButZero(TypedExpr expression) {
    return expression instanceof TypedExpr.Literal literal
        && literal.value() instanceof BigDecimal number
        && number.signum() != 0;
  }
}
