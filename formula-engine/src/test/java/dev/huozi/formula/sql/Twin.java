package dev.huozi.formula.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A formula on the JVM and in the database, over the same values.
final class Twin {
  /// What is computed by series agrees to this many digits.
  private static final MathContext APPROXIMATE = new MathContext(15);

  private final SqlEvaluator database;
  private final EvaluationContext context;

  Twin(SqlEvaluator database, EvaluationContext context) {
    this.database = database;
    this.context = context;
  }

  /// @param outcome EQUAL, SERVER (no SQL form), DIFFERENT
  record Result(String outcome, @Nullable String description) {}

  Result compare(CheckedFormula formula, Function<FieldPath, @Nullable Object> values) {
    if (!SqlTranslator.check(formula).isEmpty()) {
      return new Result("SERVER", null);
    }
    @Nullable Object[] inputs =
        formula.inputs().stream()
            .<@Nullable Object>map(
                input -> values.apply(((CheckedFormula.Input.FieldValue) input).path()))
            .toArray();
    context.renewBudget();
    Object expected = CompiledFormula.of(formula).evaluate(inputs, context);
    Object actual;
    try {
      actual = database.evaluate(formula, values, _ -> null);
      boolean condition = formula.type() == FormulaType.BOOLEAN;
      if (condition && database.holds(formula, values) != Boolean.TRUE.equals(expected)) {
        return different(formula, inputs, expected, "as a filter the opposite");
      }
    } catch (RuntimeException e) {
      return different(formula, inputs, expected, "the database fails: " + root(e));
    }
    return same(expected, actual)
        ? new Result("EQUAL", null)
        : different(formula, inputs, expected, actual);
  }

  private static String root(Throwable e) {
    return e.getCause() == null ? e.toString() : root(e.getCause());
  }

  private static Result different(
      CheckedFormula formula,
      @Nullable Object[] inputs,
      @Nullable Object jvm,
      @Nullable Object sql) {
    return new Result(
        "DIFFERENT",
        "%s in mode %s on %s: JVM %s, SQL %s"
            .formatted(
                formula.source(),
                formula.blankMode(),
                java.util.Arrays.toString(inputs),
                jvm,
                sql));
  }

  static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof FormulaError) {
      return actual instanceof FormulaError;
    }
    if (expected instanceof BigDecimal a && actual instanceof BigDecimal b) {
      return a.compareTo(b) == 0 || a.round(APPROXIMATE).compareTo(b.round(APPROXIMATE)) == 0;
    }
    if (expected instanceof String text && text.isEmpty()) {
      return actual == null;
    }
    return java.util.Objects.equals(expected, actual);
  }
}
