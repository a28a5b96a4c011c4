package dev.huozi.sample.bench;

import dev.huozi.sample.bench.formula.FormulaBench;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// `./huozi bench NAME`.
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String name = arguments.length == 0 ? "" : arguments[0];
    switch (name) {
      case "formula" -> new FormulaBench(out).run();
      default -> {
        out.println("There is no bench (" + name + ").\nKnown are: formula");
        System.exit(2);
      }
    }
  }
}
