package dev.huozi.formula.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.eval.Folding;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.Volatility;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.value.LocalizedText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Translates conditions for WHERE and values for everything else. A condition is true exactly
/// where the JVM says true, and false or null elsewhere, so that a filter fails closed. Values are
/// bound, never written into the text.
public final class SqlTranslator {
  /// For checks, which must not depend on the day: a leap day, on which most dates exist.
  private static final SqlSurroundings ANY_TIME =
      new SqlSurroundings(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC);

  private SqlTranslator() {}

  /// What has no SQL form, at most one finding; empty when the condition can be translated. For the
  /// moment when a filter is saved or asked for.
  public static List<Diagnostic> check(CheckedFormula formula) {
    try {
      SqlFragment column = SqlFragment.identifier(new SqlIdentifier("c"));
      TypedExpr folded = constantsFolded(formula, ANY_TIME);
      SqlParts parts = new SqlParts(_ -> column, ANY_TIME.zoneName());
      if (folded.type().family() == Family.BOOLEAN) {
        parts.conditions().condition(folded);
      } else {
        parts.values().value(folded, SqlParts.family(folded));
      }
      return List.of();
    } catch (NotSqlException e) {
      return List.of(
          Diagnostic.of(
              FormulaProblem.FORMULA_NOT_SQL,
              e.span(),
              "part",
              e.span().of(formula.source()),
              "reason",
              e.reason()));
    }
  }

  /// Why a function has no SQL form; null when it has one.
  public static @Nullable LocalizedText reasonAgainst(FormulaFunction function) {
    return SqlCalls.ON_THE_SERVER.get(function.name());
  }

  /// The condition as SQL; `false` when a constant in it fails at this moment (there is no 29
  /// February this year).
  ///
  /// @throws IllegalArgumentException when [#check] finds something
  public static SqlFragment condition(
      CheckedFormula formula, ColumnResolver columns, SqlSurroundings surroundings) {
    try {
      return new SqlParts(columns, surroundings.zoneName())
          .conditions()
          .condition(constantsFolded(formula, surroundings));
    } catch (NotSqlException e) {
      if (check(formula).isEmpty()) {
        return SqlFragment.of("false");
      }
      throw notSql(formula, e);
    }
  }

  /// A value as SQL, for ORDER BY, GROUP BY and stored columns.
  ///
  /// @param mayFail whether it may be the marker of [SqlMarker]; a condition that may is a number
  public record Value(SqlFragment sql, Family family, boolean mayFail) {}

  /// The value with its blanks as null.
  ///
  /// @throws IllegalArgumentException when [#check] finds something
  public static Value value(
      CheckedFormula formula, ColumnResolver columns, SqlSurroundings surroundings) {
    TypedExpr folded = constantsFolded(formula, surroundings);
    SqlParts parts = new SqlParts(columns, surroundings.zoneName());
    try {
      Guard.Operand operand = parts.operand(folded, SqlParts.family(folded));
      return new Value(operand.value(), operand.family(), operand.canFail());
    } catch (NotSqlException e) {
      throw notSql(formula, e);
    }
  }

  /// Whether the value of a formula that has a SQL form may be an error.
  ///
  /// @param inputs whether a field may be an error itself
  public static boolean mayFail(CheckedFormula formula, Predicate<FieldPath> inputs) {
    SqlFragment column = SqlFragment.identifier(new SqlIdentifier("c"));
    return value(
            formula,
            new ColumnResolver() {
              @Override
              public SqlFragment column(FieldPath path) {
                return column;
              }

              @Override
              public boolean mayFail(FieldPath path) {
                return inputs.test(path);
              }
            },
            ANY_TIME)
        .mayFail();
  }

  private static IllegalArgumentException notSql(CheckedFormula formula, NotSqlException e) {
    return new IllegalArgumentException(
        "Formula (%s) has no SQL form at (%s): %s\nMaybe call SqlTranslator.check first."
            .formatted(formula.source(), e.span().of(formula.source()), e.reason().asMap()),
        e);
  }

  /// Everything that needs no record is computed before the statement is made.
  private static TypedExpr constantsFolded(CheckedFormula formula, SqlSurroundings surroundings) {
    EvaluationContext context = EvaluationContext.of(surroundings.now(), surroundings.zone());
    return Folding.fold(formula.expression(), context, Volatility.CLOCK);
  }
}
