package dev.huozi.ui.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/// Asks a person before something happens; a program says `--yes` beforehand.
final class Confirmation {
  private static final Set<String> AGREEMENTS = Set.of("y", "yes", "是");

  @Option(names = {"-y", "--yes"})
  private boolean agreed;

  /// True when the person agrees.
  boolean isGiven(Console console) {
    if (agreed) {
      return true;
    }
    if (!Terminal.reads()) {
      throw new CommandFailure("confirm.nobody", Map.of(), null);
    }
    console.err().print(console.text("confirm.question", Map.of()));
    console.err().flush();
    boolean yes = AGREEMENTS.contains(answer());
    if (!yes) {
      console.note("confirm.refused", Map.of());
    }
    return yes;
  }

  private static String answer() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
      return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
    } catch (IOException _) {
      return "";
    }
  }
}
