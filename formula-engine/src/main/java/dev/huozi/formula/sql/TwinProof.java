package dev.huozi.formula.sql;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlFragment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A formula on both its sides over the same rows of inputs: the JVM's answers beside those of one
/// statement.
public final class TwinProof {
  /// What is computed by series agrees to this many digits.
  private static final MathContext APPROXIMATE = new MathContext(15);

  private final CheckedFormula formula;
  private final SqlSurroundings surroundings;

  /// @param formula one that reads fields only and has a SQL form
  public TwinProof(CheckedFormula formula, SqlSurroundings surroundings) {
    this.formula = formula;
    this.surroundings = surroundings;
  }

  /// Inputs for which the two differ.
  ///
  /// @param inputs in the order of the formula's own
  public record Difference(
      List<@Nullable Object> inputs, @Nullable Object jvm, @Nullable Object sql) {}

  /// The first difference, or null.
  ///
  /// @param rows inputs in the order of the formula's own
  /// @param run runs a statement
  public @Nullable Difference difference(
      List<? extends List<? extends @Nullable Object>> rows,
      BiFunction<SqlFragment, Function<Row, @Nullable Object>, List<@Nullable Object>> run) {
    if (rows.isEmpty()) {
      return null;
    }
    List<SqlFragment> each = new ArrayList<>();
    Family family = null;
    for (int i = 0; i < rows.size(); i++) {
      SqlTranslator.Value value = value(rows.get(i));
      family = value.family();
      each.add(
          SqlFragment.of("select ")
              .then(SqlFragment.number(i))
              .then(" as \"i\", \"a\".* from (")
              .then(SqlEvaluator.statement(value))
              .then(") as \"a\"(\"f\", \"s\")"));
    }
    Family shown = Objects.requireNonNull(family);
    SqlFragment statement =
        SqlFragment.of("select \"f\", \"s\" from (")
            .then(SqlFragment.join("\nunion all ", each))
            .then(") as \"all\" order by \"i\"");
    List<@Nullable Object> answers = run.apply(statement, row -> SqlEvaluator.read(row, shown));
    CompiledFormula compiled = CompiledFormula.of(formula);
    EvaluationContext context = EvaluationContext.of(surroundings.now(), surroundings.zone());
    for (int i = 0; i < rows.size(); i++) {
      context.renewBudget();
      Object jvm = compiled.evaluate(rows.get(i).toArray(), context);
      Object sql = answers.get(i);
      if (!same(jvm, sql)) {
        return new Difference(new ArrayList<>(rows.get(i)), jvm, sql);
      }
    }
    return null;
  }

  private SqlTranslator.Value value(List<? extends @Nullable Object> inputs) {
    return SqlTranslator.value(
        formula,
        new KnownFields(path -> inputs.get(place(path)), _ -> null, surroundings),
        surroundings);
  }

  private int place(FieldPath path) {
    List<CheckedFormula.Input> inputs = formula.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof CheckedFormula.Input.FieldValue value
          && value.path().ids().equals(path.ids())) {
        return i;
      }
    }
    throw new IllegalArgumentException("Formula reads no field (%s).".formatted(path));
  }

  private static boolean same(@Nullable Object jvm, @Nullable Object sql) {
    if (jvm instanceof FormulaError || sql instanceof FormulaError) {
      return jvm instanceof FormulaError && sql instanceof FormulaError;
    }
    if (jvm instanceof BigDecimal a && sql instanceof BigDecimal b) {
      return a.compareTo(b) == 0 || a.round(APPROXIMATE).compareTo(b.round(APPROXIMATE)) == 0;
    }
    return Objects.equals(plain(jvm), plain(sql));
  }

  /// A blank text is blank, a blank yes or no is a no, moments are as exact as the database keeps
  /// them.
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text when text.isEmpty() -> null;
      case Boolean flag when !flag -> null;
      case Instant at -> at.truncatedTo(ChronoUnit.MICROS);
      default -> value;
    };
  }
}
