package dev.huozi.formula.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Translates conditions for WHERE. What it yields is true exactly where the JVM says true, and false or null elsewhere, so
/// that a filter fails closed. Values are bound, never written into the text.
public final class SqlTranslator {
  private static final SqlSurroundings ANY_TIME = new SqlSurroundings(Instant.EPOCH, ZoneId.of("UTC"));

  private SqlTranslator() {}

  /// What has no SQL form, at most one finding; empty when the condition can be translated. For the moment when a filter is
  /// saved or asked for.
  public static List<Diagnostic> check(CheckedFormula formula) {
    try {
      SqlFragment column = SqlFragment.identifier(new SqlIdentifier("c"));
      new SqlConditions(_ -> column, ANY_TIME).condition(formula.expression());
      return List.of();
    } catch (NotSqlException e) {
      return List.of(
          Diagnostic.of(
              FormulaProblem.FORMULA_NOT_SQL,
              e.span(),
              "part", e.span().of(formula.source()), "reason", e.reason()));
    }
  }

  /// The condition as SQL.
  ///
  /// @throws IllegalArgumentException when [#check] finds something
  public static SqlFragment condition(
      CheckedFormula formula, ColumnResolver columns, SqlSurroundings surroundings) {
    try {
      return new SqlConditions(columns, surroundings).condition(formula.expression());
    } catch (NotSqlException e) {
      throw new IllegalArgumentException(
          "Formula (%s) has no SQL form at (%s): %s\nMaybe call SqlTranslator.check first."
              .formatted(formula.source(), e.span().of(formula.source()), e.reason().asMap()),
          e);
    }
  }
}
