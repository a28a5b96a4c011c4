package dev.huozi.sample.bench.formula;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.value.EvaluationContext;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Measures compiling, warm: parse, types, JVM code of formulas that share nothing; and the memory
/// of 10,000 of them.
final class CompileBench {
  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 2_000;
  private static final int KEPT = 10_000;

  private final PrintStream out;
  private final ThreadMXBean threads;
  private final EvaluationContext context = EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC);
  private final BenchScope scope = BenchScope.create();
  private int serial;

  CompileBench(PrintStream out, ThreadMXBean threads) {
    this.out = out;
    this.threads = threads;
  }

  void run() {
    for (int i = 0; i < WARM_UP; i++) {
      compile(i);
    }
    long[] sums = new long[BenchFormula.all().size()];
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < MEASURED; i++) {
      long start = threads.getCurrentThreadCpuTime();
      compile(i);
      long time = threads.getCurrentThreadCpuTime() - start;
      sums[i % sums.length] += time;
      all.add(time);
    }
    List<Long> sorted = FormulaBench.sorted(all);
    out.printf(
        "compile one formula, warm (parse, types, JVM code, first evaluation), ms: mean %.3f, median %.3f, p99 %.3f%n",
        all.stream().mapToLong(Long::longValue).average().orElse(0) / 1e6,
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6);
    memory();
  }

  /// Another formula each time: a constant that no other has.
  private CompiledFormula compile(int index) {
    List<BenchFormula> formulas = BenchFormula.all();
    BenchFormula formula = formulas.get(index % formulas.size());
    String source = "IF(quantity = " + (1_000_000 + serial++) + ", NULL, " + formula.source() + ")";
    CheckedFormula checked =
        Formulas.check(source, scope, FormulaOptions.field(formula.type())).orThrow();
    CompiledFormula compiled = CompiledFormula.of(checked);
    compiled.evaluate(new Object[checked.inputs().size()], context);
    return compiled;
  }

  private void memory() {
    long before = used();
    List<CompiledFormula> kept = new ArrayList<>();
    for (int i = 0; i < KEPT; i++) {
      kept.add(compile(i));
    }
    long after = used();
    out.printf(
        "memory of %,d compiled formulas (heap and metaspace): %.1f MB, %.1f KB each%n",
        kept.size(), (after - before) / 1e6, (after - before) / 1e3 / KEPT);
    kept.clear();
    long released = used();
    out.printf("still held after the last one went: %.1f MB%n", (released - before) / 1e6);
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().contains("Metaspace") || pool.getName().contains("Compressed Class")) {
        used += pool.getName().contains("Metaspace") ? pool.getUsage().getUsed() : 0;
      }
    }
    return used;
  }
}
