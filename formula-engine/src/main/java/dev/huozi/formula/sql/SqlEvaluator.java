package dev.huozi.formula.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.database.SingleConnection;
import dev.huozi.platform.sql.SqlFragment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Evaluates formulas over known values in the database, to compare its answers with those of the
/// JVM.
public final class SqlEvaluator {
  private final SingleConnection connection;
  private final SqlSurroundings surroundings;

  public SqlEvaluator(SingleConnection connection, SqlSurroundings surroundings) {
    this.connection = connection;
    this.surroundings = surroundings;
  }

  /// The value, null for a blank, or an error (of which SQL does not know the kind).
  ///
  /// @param formulas the formula of a field that has one
  /// @throws IllegalArgumentException when [SqlTranslator#check] finds something in one of them
  public @Nullable Object evaluate(
      CheckedFormula formula,
      Function<FieldPath, @Nullable Object> values,
      Function<FieldPath, @Nullable CheckedFormula> formulas) {
    SqlTranslator.Value value =
        SqlTranslator.value(formula, new KnownFields(values, formulas, surroundings), surroundings);
    return connection.query(statement(value), row -> read(row, value.family())).getFirst();
  }

  /// Whether a filter lets the values pass.
  ///
  /// @throws IllegalArgumentException when [SqlTranslator#check] finds something
  public boolean holds(CheckedFormula condition, Function<FieldPath, @Nullable Object> values) {
    SqlFragment where =
        SqlTranslator.condition(
            condition, new KnownFields(values, _ -> null, surroundings), surroundings);
    return !connection
        .query(SqlFragment.of("select 1 where ").then(where), row -> row.integer(0))
        .isEmpty();
  }

  static SqlFragment statement(SqlTranslator.Value value) {
    SqlFragment name = SqlFragment.of("\"v\"");
    SqlFragment failed =
        value.mayFail()
            ? SqlFragment.of("coalesce(")
                .then(SqlMarker.isError(name, value.family()))
                .then(", false)")
            : SqlFragment.of("false");
    return SqlFragment.of("select ")
        .then(failed)
        .then(", ")
        .then(shown(value, name))
        .then(" from (select ")
        .then(value.sql())
        .then(" as \"v\" offset 0) as \"t\"");
  }

  private static SqlFragment shown(SqlTranslator.Value value, SqlFragment name) {
    return switch (value.family()) {
      case BOOLEAN ->
          value.mayFail()
              ? SqlFragment.of("case ")
                  .then(name)
                  .then(" when 1 then 'true' when 0 then 'false' end")
              : name.then("::text");
      case DATETIME ->
          SqlFragment.of("to_char(")
              .then(name)
              .then(" at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
      case NUMERIC, TEXT, DATE, TIME, PICKLIST, REFERENCE, MULTIPICKLIST, GEO, NULL ->
          name.then("::text");
    };
  }

  static @Nullable Object read(Row row, Family family) {
    if (Boolean.TRUE.equals(row.bool(0))) {
      return new FormulaError(ErrorKind.BAD_INPUT, 0, 0);
    }
    String text = row.text(1);
    if (text == null || text.isEmpty()) {
      return null;
    }
    return switch (family) {
      case NUMERIC -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case DATETIME -> Instant.parse(text);
      case TIME -> LocalTime.parse(text);
      case REFERENCE -> UUID.fromString(text);
      case TEXT, PICKLIST, MULTIPICKLIST, GEO, NULL -> text;
    };
  }
}
