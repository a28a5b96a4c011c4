package dev.huozi.formula.sql;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.function.Volatility;
import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls of functions. A strict function `NAME` is `huozi.hz_name` in SQL, with the same parameters
/// and the zone at the end where it depends on it; what has none says why.
final class SqlCalls {
  private static final SqlIdentifier SCHEMA = new SqlIdentifier("huozi");
  private static final LocalizedText CALENDAR =
      LocalizedText.of("工作日历只在服务器上计算。", "working calendars are known to the server only.");
  private static final LocalizedText ANGLE =
      LocalizedText.of("三角函数在数据库中只有 15 位精度。", "the database knows trigonometry to 15 digits only.");
  static final LocalizedText PLACE =
      LocalizedText.of("地理位置的计算只在服务器上进行。", "places are compared on the server only.");
  private static final LocalizedText SPELLING =
      LocalizedText.of("这种文本转换只在服务器上进行。", "this text is made on the server only.");

  /// Functions without a SQL form, and why.
  static final Map<String, LocalizedText> ON_THE_SERVER =
      Map.ofEntries(
          Map.entry(
              "REGEX",
              LocalizedText.of(
                  "数据库的正则表达式含义不同。", "regular expressions of the database mean something else.")),
          Map.entry("WORKDAY", CALENDAR),
          Map.entry("NETWORKDAYS", CALENDAR),
          Map.entry("WORKDAYS", CALENDAR),
          Map.entry(
              "CURRENCYRATE",
              LocalizedText.of("汇率只在服务器上可知。", "exchange rates are known to the server only.")),
          Map.entry("SIN", ANGLE),
          Map.entry("COS", ANGLE),
          Map.entry("TAN", ANGLE),
          Map.entry("ASIN", ANGLE),
          Map.entry("ACOS", ANGLE),
          Map.entry("ATAN", ANGLE),
          Map.entry("ATAN2", ANGLE),
          Map.entry("DISTANCE", PLACE),
          Map.entry("GEOLOCATION", PLACE),
          Map.entry("RMBUPPER", SPELLING),
          Map.entry("INITCAP", SPELLING),
          Map.entry("CASESAFEID", SPELLING),
          Map.entry("HYPERLINK", SPELLING),
          Map.entry("IMAGE", SPELLING),
          Map.entry("USCC", SPELLING),
          Map.entry("CNID", SPELLING));

  private final SqlParts parts;
  private final String zone;

  /// @param zone as PostgreSQL names it
  SqlCalls(SqlParts parts, String zone) {
    this.parts = parts;
    this.zone = zone;
  }

  SqlFragment value(TypedExpr.Call call) {
    return parts.guard().over(operands(call), call.type().family(), values -> made(call, values));
  }

  /// A condition that can fail, as a number.
  SqlFragment flag(TypedExpr.Call call) {
    return parts
        .guard()
        .over(operands(call), Family.BOOLEAN, values -> made(call, values).then("::int"));
  }

  SqlFragment function(String name, List<SqlFragment> arguments) {
    return SqlFragment.identifier(SCHEMA, new SqlIdentifier("hz_" + name.toLowerCase(Locale.ROOT)))
        .then("(")
        .then(SqlFragment.join(", ", arguments))
        .then(")");
  }

  private List<Guard.Operand> operands(TypedExpr.Call call) {
    checkKnown(call);
    List<Guard.Operand> operands = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      TypedExpr argument = call.arguments().get(i);
      Family wanted = call.signature().parameter(i).type().family();
      Guard.Operand operand =
          parts.operand(argument, wanted == null ? argument.type().family() : wanted);
      if (wanted == Family.BOOLEAN && operand.canFail()) {
        throw new NotSqlException(argument.span(), SPELLING);
      }
      operands.add(operand);
    }
    return operands;
  }

  private static void checkKnown(TypedExpr.Call call) {
    FormulaFunction function = call.function();
    @Nullable LocalizedText reason = ON_THE_SERVER.get(function.name());
    if (reason != null) {
      throw new NotSqlException(call.span(), reason);
    }
  }

  private SqlFragment made(TypedExpr.Call call, List<SqlFragment> values) {
    String name = call.function().name();
    if (call.signature().repeats() == Signature.Repeat.FOLD) {
      SqlFragment folded = values.getFirst();
      for (SqlFragment next : values.subList(1, values.size())) {
        folded = function(name, List.of(folded, next));
      }
      return folded;
    }
    List<SqlFragment> arguments = new ArrayList<>(values);
    if (call.function().volatility(call.signature()) == Volatility.ZONE) {
      arguments.add(SqlFragment.of("?::text", zone));
    }
    return function(name, arguments);
  }
}
