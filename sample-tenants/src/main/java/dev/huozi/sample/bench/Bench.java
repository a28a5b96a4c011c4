package dev.huozi.sample.bench;

import dev.huozi.sample.bench.formula.FormulaBench;
import dev.huozi.sample.bench.packs.PackBench;
import dev.huozi.sample.bench.workload.FormulaSqlBench;
import dev.huozi.sample.bench.workload.WorkloadBench;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `./huozi bench NAME`.
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String name = arguments.length == 0 ? "" : arguments[0];
    switch (name) {
      case "formula" -> new FormulaBench(out).run();
      case "workload" -> new WorkloadBench(out, rows(arguments), operations(arguments)).run();
      case "formula-sql" -> new FormulaSqlBench(out, rows(arguments)).run();
      case "packs" -> new PackBench(out, rows(arguments)).run();
      default -> {
        out.println(
            "There is no bench ("
                + name
                + ").\nKnown are: formula, formula-sql [ROWS], packs [ROWS], workload [ROWS [W1 W2 …]]");
        System.exit(2);
      }
    }
  }

  private static int rows(String[] arguments) {
    return arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
  }

  /// The names of the operations to measure; none means all.
  private static List<String> operations(String[] arguments) {
    return arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : List.of();
  }
}
