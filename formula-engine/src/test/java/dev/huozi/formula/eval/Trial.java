package dev.huozi.formula.eval;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.FormulaText;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.diagnostic.CaretPrinter;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.formula.value.GeoPoint;
import dev.huozi.platform.i18n.Messages;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Does with a text everything that can be done with a formula: checks it, renders what is wrong,
/// stores, shows and translates it, evaluates it. Whatever it is, there must come out a value or a
/// diagnostic, and soon.
final class Trial {
  /// When a formula counts as hanging, in nanoseconds of CPU time of the thread. Far above what any
  /// of them takes on a quiet machine, and far below what one takes that has no bound: a machine
  /// shared with others multiplies CPU time too, and a test must not fail for its neighbours.
  static final long DEADLINE = 1_000_000_000;

  private final AnyScope scope = new AnyScope();
  private final CaretPrinter carets = new CaretPrinter(new Messages());
  private final EvaluationContext context =
      new EvaluationContext(
          Instant.parse("2024-02-29T12:00:00Z"),
          ZoneId.of("Asia/Shanghai"),
          Locale.ROOT,
          Map.of("cn", dev.huozi.formula.time.PublicHolidays.china()),
          "cn");

  /// @param compile whether to run compiled code rather than the interpreter, and to store, show
  ///   and translate the formula
  /// @return what was met: codes of diagnostics, nodes, functions, kinds of results
  Set<String> run(String source, BlankMode mode, boolean compile) {
    Set<String> met = new HashSet<>();
    CheckResult checked = Formulas.check(source, scope, new FormulaOptions(mode, null, true));
    String before = "first";
    for (Diagnostic each : checked.diagnostics()) {
      met.add(each.code() + " after " + before);
      before = each.code().name();
      carets.print(each, source, Locale.CHINESE);
      if (each.fix() != null) {
        each.fix().applyTo(source);
      }
    }
    CheckedFormula formula = checked.formula();
    if (formula != null) {
      collect(formula.expression(), met);
      evaluate(formula, compile, met);
      SqlTranslator.check(formula)
          .forEach(each -> met.add("sql " + each.parameters().get("reason")));
      if (compile) {
        texts(source);
      }
    }
    return met;
  }

  private void texts(String source) {
    String stored = FormulaText.store(source, scope);
    FormulaText.show(stored, id -> id);
    FormulaText.references(stored);
    FormulaText.translate(source, scope, Locale.CHINESE);
    FormulaText.translate(source, scope, Locale.ENGLISH);
  }

  private static void collect(TypedExpr expression, Set<String> met) {
    String name =
        expression instanceof TypedExpr.Call call
            ? call.function().name()
            : expression.getClass().getSimpleName();
    met.add(name + " " + expression.type().family());
    for (TypedExpr child : expression.children()) {
      met.add(name + "/" + child.getClass().getSimpleName());
      collect(child, met);
    }
  }

  private void evaluate(CheckedFormula formula, boolean compile, Set<String> met) {
    CompiledFormula compiled = compile ? CompiledFormula.of(formula) : null;
    Interpreter interpreter =
        new Interpreter(formula.expression(), new Structure(formula.expression()));
    for (int row = 0; row < 3; row++) {
      @Nullable Object[] inputs = inputs(formula, row);
      context.renewBudget();
      Object value =
          compiled == null ? interpreter.run(inputs, context) : compiled.evaluate(inputs, context);
      met.add(
          value instanceof FormulaError error
              ? "error " + error.kind()
              : value instanceof SiteError site ? "error " + site.kind() : "value");
    }
  }

  private static @Nullable Object[] inputs(CheckedFormula formula, int row) {
    return formula.inputs().stream()
        .<@Nullable Object>map(input ->
            switch (input) {
              case CheckedFormula.Input.FieldValue field ->
                  value(field.path().type().family(), row);
              case CheckedFormula.Input.PriorValue prior ->
                  value(prior.path().type().family(), row);
              case CheckedFormula.Input.Changed _, CheckedFormula.Input.Fact _ -> row == 0;
            })
        .toArray();
  }

  private static @Nullable Object value(Family family, int row) {
    if (row == 1) {
      return null;
    }
    boolean plain = row == 0;
    return switch (family) {
      case NUMERIC -> plain ? new BigDecimal("12.5") : new BigDecimal("-99999999999999999.999");
      case TEXT -> plain ? "盒马 a𠮷b" : "\u0000x".repeat(5_000);
      case BOOLEAN -> plain;
      case DATE -> plain ? LocalDate.of(2024, 2, 29) : LocalDate.of(9999, 12, 31);
      case DATETIME -> Instant.parse(plain ? "2024-02-29T23:59:59Z" : "0001-01-01T00:00:00Z");
      case TIME -> plain ? LocalTime.NOON : LocalTime.MAX.withNano(999_000_000);
      case PICKLIST -> "A";
      case MULTIPICKLIST -> List.of("A", "C");
      case REFERENCE -> new UUID(row, row);
      case GEO -> new GeoPoint(new BigDecimal("31.23"), new BigDecimal("121.47"));
      case NULL -> null;
    };
  }

  /// CPU time of this thread that the body took; the least of four when it is above the deadline,
  /// since collectors and the compiler borrow time.
  static long cpu(Runnable body) {
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 4 && least > DEADLINE; attempt++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      body.run();
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least;
  }

  /// Runs the body on a thread with a stack as small as any that serves requests, and gives back
  /// what it threw.
  static void onSmallStack(Runnable body) {
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                body.run();
              } catch (Throwable e) {
                thrown[0] = e;
              }
            },
            "small stack",
            512 * 1024);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (thrown[0] != null) {
      throw new AssertionError(thrown[0]);
    }
  }
}
