package dev.huozi.ui.command;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// How a command speaks: the options that all commands share.
class OutputOptions {
  @SuppressWarnings("UnusedVariable") // picocli reads it
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  @CommandLine.Option(names = "--lang", paramLabel = "zh|en")
  private @Nullable String language;

  @CommandLine.Option(names = "--json")
  private boolean json;

  @CommandLine.Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @CommandLine.Option(names = "--no-color")
  private boolean plain;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.@Nullable CommandSpec command;

  private final Map<String, String> environment = System.getenv();

  Map<String, String> environment() {
    return environment;
  }

  /// True when the answer shall be JSON for a program.
  boolean json() {
    return json;
  }

  Console console() {
    CommandLine line = Objects.requireNonNull(command).commandLine();
    return new Console(line.getOut(), line.getErr(), style());
  }

  Locale locale() {
    return Languages.of(language, environment);
  }

  private Console.Style style() {
    boolean colours =
        !plain
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && environment.getOrDefault("HUOZI_NO_COLOR", "").isEmpty()
            && Terminal.shows();
    return new Console.Style(locale(), colours, quiet || json);
  }
}
