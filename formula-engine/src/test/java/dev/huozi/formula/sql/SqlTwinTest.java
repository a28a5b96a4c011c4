package dev.huozi.formula.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.eval.Generated;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.function.SpecialForm;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.SingleConnection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Formulas give the same in the database as on the JVM: every function with values, blanks and
/// errors, and expressions of all operators.
final class SqlTwinTest {
  private static final Instant NOW = Instant.parse("2024-05-15T08:30:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static @Nullable SingleConnection connection;

  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Generated generated = new Generated(random, true);
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  @BeforeAll
  static void connect() {
    connection = SingleConnection.open(TestDatabase.empty());
  }

  @AfterAll
  static void disconnect() {
    if (connection != null) {
      connection.close();
    }
  }

  private static Twin twin() {
    if (connection == null) {
      throw new IllegalStateException("There is no connection.");
    }
    return new Twin(
        new SqlEvaluator(connection, new SqlSurroundings(NOW, ZONE)),
        EvaluationContext.of(NOW, ZONE));
  }

  @Test
  @Tag("db")
  void everyFunctionGivesTheSameInSql() {
    functions(30);
    assertThat(differences).as("seed %d, %s", seed, outcomes).isEmpty();
    assertThat(outcomes.get("EQUAL")).isGreaterThan(1_500);
  }

  @Test
  @Tag("db")
  void generatedExpressionsGiveTheSameInSql() {
    expressions(10_000);
    assertThat(differences).as("seed %d, %s", seed, outcomes).isEmpty();
    assertThat(outcomes.get("EQUAL")).isGreaterThan(8_000);
  }

  @Test
  @Tag("long")
  void aHundredThousandExpressionsGiveTheSameInSql() {
    functions(1_000);
    expressions(100_000);
    assertThat(differences).as("seed %d, %s", seed, outcomes).isEmpty();
  }

  private void functions(int times) {
    Twin twin = twin();
    for (FormulaFunction function : FunctionRegistry.standard().functions()) {
      for (Signature signature : function.signatures()) {
        for (int turn = 0; function.form() == SpecialForm.NONE && turn < times; turn++) {
          compare(twin, generated.call(function, signature, turn));
        }
      }
    }
  }

  private void expressions(int times) {
    Twin twin = twin();
    List<Family> families =
        List.of(
            Family.NUMERIC, Family.TEXT, Family.BOOLEAN, Family.DATE, Family.DATETIME, Family.TIME);
    for (int i = 0; i < times; i++) {
      compare(twin, generated.expression(families.get(i % families.size()), 5));
    }
  }

  private void compare(Twin twin, String source) {
    BlankMode mode = random.nextBoolean() ? BlankMode.ZERO : BlankMode.BLANK;
    CheckedFormula formula =
        Formulas.check(source, generated.scope(), FormulaOptions.any(mode)).formula();
    if (formula == null || readsErrors(formula)) {
      return;
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    Twin.Result result =
        twin.compare(
            formula,
            path -> {
              values.computeIfAbsent(path.dotted(), _ -> generated.value(path));
              return values.get(path.dotted());
            });
    outcomes.merge(result.outcome(), 1, Integer::sum);
    if (result.description() != null && differences.size() < 20) {
      differences.add(result.description());
    }
  }

  /// The third field of each type is an error, which no column is.
  private static boolean readsErrors(CheckedFormula formula) {
    return formula.inputs().stream()
        .anyMatch(input -> ((CheckedFormula.Input.FieldValue) input).path().dotted().endsWith("3"));
  }
}
