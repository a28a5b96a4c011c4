package dev.huozi.formula.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.sql.SqlEvaluator;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.platform.value.LocalizedText;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The database's answers to cases beside those of the JVM: counts which are equal, which have no
/// SQL form, and prints those that differ.
final class CaseTwin {
  /// What is computed by series agrees to this many digits.
  private static final MathContext APPROXIMATE = new MathContext(15);

  private final SqlEvaluator database;
  private final PrintStream report;
  private int equal;
  private int jvmOnly;
  private int different;

  CaseTwin(SqlEvaluator database, PrintStream report) {
    this.database = database;
    this.report = report;
  }

  /// Writes the database's answer to a case.
  void answer(
      CheckedFormula formula,
      CaseFormulas formulas,
      CaseRow row,
      @Nullable Object expected,
      @Nullable String type,
      ObjectNode answer) {
    String reason = reason(formula, formulas);
    if (reason != null) {
      jvmOnly++;
      CaseRunner.write(type, expected, answer);
      answer.put("jvmOnly", reason);
      return;
    }
    Object actual = database.evaluate(formula, row::plain, row::formula);
    CaseRunner.write(type, actual, answer);
    if (same(expected, actual, type)) {
      equal++;
    } else {
      different++;
      report.printf(
          "%s: %s: JVM %s, SQL %s%n",
          answer.path("id").asText(), formula.source(), expected, actual);
    }
  }

  private static @Nullable String reason(CheckedFormula formula, CaseFormulas formulas) {
    List<Diagnostic> found =
        Stream.concat(Stream.of(formula), formulas.all().stream())
            .flatMap(each -> SqlTranslator.check(each).stream())
            .toList();
    return found.isEmpty()
        ? null
        : ((LocalizedText)
                found.getFirst().parameters().getOrDefault("reason", LocalizedText.EMPTY))
            .find(Locale.ENGLISH);
  }

  private static boolean same(
      @Nullable Object expected, @Nullable Object actual, @Nullable String type) {
    if (expected instanceof FormulaError || actual instanceof FormulaError) {
      return expected instanceof FormulaError && actual instanceof FormulaError;
    }
    if (expected instanceof BigDecimal a && actual instanceof BigDecimal b) {
      return a.compareTo(b) == 0 || a.round(APPROXIMATE).compareTo(b.round(APPROXIMATE)) == 0;
    }
    JsonNode left = CaseValues.write(type, expected);
    return left.equals(CaseValues.write(type, actual));
  }

  /// `1634 equal, 3 only on the JVM, 0 different`
  String summary() {
    return "%d equal, %d only on the JVM, %d different".formatted(equal, jvmOnly, different);
  }

  /// The share of cases without a SQL form.
  double jvmOnlyShare() {
    return (double) jvmOnly / Math.max(1, equal + jvmOnly + different);
  }

  boolean allEqual() {
    return different == 0;
  }
}
