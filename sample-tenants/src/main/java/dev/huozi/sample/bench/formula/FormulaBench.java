package dev.huozi.sample.bench.formula;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.value.EvaluationContext;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Measures the six formulas: CPU time of the thread over 1,000,000 evaluations, beside Java by
/// hand and Java compiled by Janino, in one run and taking turns; then the compiler, and the memory
/// of 10,000 formulas.
public final class FormulaBench {
  private static final int EVALUATIONS = 1_000_000;
  private static final int ROWS = 1_000;
  private static final int ROUNDS = 9;
  private static final int WARM_UP = 6;
  private static final long SEED = 20_240_515;

  private final PrintStream out;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final EvaluationContext context =
      EvaluationContext.of(Instant.parse("2024-05-15T08:30:00Z"), ZoneOffset.UTC);
  private @Nullable Object sink;

  public FormulaBench(PrintStream out) {
    this.out = out;
  }

  public void run() {
    List<BenchRow> rows = BenchRow.random(ROWS, SEED);
    out.printf(
        "CPU time of one evaluation, ns (median of %d rounds of %,d; by hand = 1)%n",
        ROUNDS, EVALUATIONS);
    out.printf("%-36s %8s %16s %16s%n", "", "by hand", "Janino", "Huozi");
    double formulas = 0;
    double janinos = 0;
    for (BenchFormula formula : BenchFormula.all()) {
      double[] medians = measure(formula, rows);
      double janino = medians[1] / medians[0];
      double huozi = medians[2] / medians[0];
      out.printf(
          "%-3s %-32s %8.1f %8.1f (%4.2f) %8.1f (%4.2f)%n",
          formula.name(), formula.title(), medians[0], medians[1], janino, medians[2], huozi);
      formulas += Math.log(huozi);
      janinos += Math.log(janino);
    }
    int count = BenchFormula.all().size();
    out.printf(
        "%-36s %8s %16.2f %16.2f%n",
        "geometric mean", "1.00", Math.exp(janinos / count), Math.exp(formulas / count));
    new CompileBench(out, threads).run();
  }

  private double[] measure(BenchFormula formula, List<BenchRow> rows) {
    CheckedFormula checked = check(formula);
    CompiledFormula compiled = CompiledFormula.of(checked);
    List<String> fields = checked.inputs().stream().map(FormulaBench::name).toList();
    Object[][] inputs = rows.stream().map(row -> row.values(fields)).toArray(Object[][]::new);
    BenchRow[] records = rows.toArray(BenchRow[]::new);
    Function<Object, @Nullable Object> janino = JaninoFormulas.compile(formula);
    verify(formula, records, inputs, compiled, janino);
    List<Runnable> contestants =
        List.of(
            () -> byHand(formula.byHand(), records),
            () -> janino(janino, records),
            () -> compiled(compiled, inputs));
    return medians(contestants);
  }

  static CheckedFormula check(BenchFormula formula) {
    return Formulas.check(
            formula.source(), BenchScope.create(), FormulaOptions.field(formula.type()))
        .orThrow();
  }

  private static String name(CheckedFormula.Input input) {
    return ((CheckedFormula.Input.FieldValue) input).path().dotted();
  }

  /// All three must agree on every row before anything is measured.
  private void verify(
      BenchFormula formula,
      BenchRow[] records,
      @Nullable Object[][] inputs,
      CompiledFormula compiled,
      Function<Object, @Nullable Object> janino) {
    for (int i = 0; i < records.length; i++) {
      Object expected = formula.byHand().apply(records[i]);
      Object ours = compiled.evaluate(inputs[i], context);
      Object theirs = janino.apply(records[i]);
      if (!same(expected, ours) || !same(expected, theirs)) {
        throw new IllegalStateException(
            "Formula (%s) gives (%s) by hand, (%s) by Janino, (%s) compiled, on row (%s)."
                .formatted(formula.name(), expected, theirs, ours, records[i]));
      }
    }
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return a instanceof BigDecimal x && b instanceof BigDecimal y
        ? x.compareTo(y) == 0
        : java.util.Objects.equals(a, b);
  }

  private double[] medians(List<Runnable> contestants) {
    double[][] times = new double[contestants.size()][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < contestants.size(); i++) {
        long start = threads.getCurrentThreadCpuTime();
        contestants.get(i).run();
        long time = threads.getCurrentThreadCpuTime() - start;
        if (round >= 0) {
          times[i][round] = (double) time / EVALUATIONS;
        }
      }
    }
    double[] medians = new double[contestants.size()];
    for (int i = 0; i < medians.length; i++) {
      Arrays.sort(times[i]);
      medians[i] = times[i][ROUNDS / 2];
    }
    return medians;
  }

  private void byHand(Function<BenchRow, @Nullable Object> function, BenchRow[] records) {
    for (int i = 0; i < EVALUATIONS; i++) {
      sink = function.apply(records[i % ROWS]);
    }
  }

  private void janino(Function<Object, @Nullable Object> function, BenchRow[] records) {
    for (int i = 0; i < EVALUATIONS; i++) {
      sink = function.apply(records[i % ROWS]);
    }
  }

  private void compiled(CompiledFormula formula, @Nullable Object[][] inputs) {
    for (int i = 0; i < EVALUATIONS; i++) {
      sink = formula.evaluate(inputs[i % ROWS], context);
    }
  }

  /// The last result, so that nothing is optimised away.
  public @Nullable Object sink() {
    return sink;
  }

  static List<Long> sorted(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    sorted.sort(null);
    return sorted;
  }
}
