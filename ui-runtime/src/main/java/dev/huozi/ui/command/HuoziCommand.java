package dev.huozi.ui.command;

import dev.huozi.platform.i18n.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The command line. Exit codes: see `ExitCode`. Each command is a class of its own; their usage
/// texts stand in `messages/usage_{zh,en}.properties`.
@Command(
    name = "huozi",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LoginCommand.class,
      LogoutCommand.class,
      StatusCommand.class,
      PlanCommand.class,
      ApplyCommand.class,
      DeployCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      VersionsCommand.class,
      RollbackCommand.class,
      UsesCommand.class,
      PackCommand.class,
      TenantCommand.class,
      SandboxCommand.class,
      UserCommand.class,
      ImportCommand.class,
      ExportDataCommand.class,
      CompletionCommand.class
    })
public final class HuoziCommand {
  /// How the caller calls the program, for advice that can be typed as it stands.
  static final String NAME = System.getenv().getOrDefault("HUOZI_COMMAND", "huozi");

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private final OutputOptions output = new OutputOptions();

  /// Runs one command and ends the process with its exit code.
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command and returns its exit code.
  static int run(String... arguments) {
    return line(Languages.of(List.of(arguments), System.getenv())).execute(arguments);
  }

  /// The whole command line, which explains itself in that language.
  static CommandLine line(Locale locale) {
    CommandLine line = new CommandLine(new HuoziCommand());
    line.setResourceBundle(UsageTexts.of(locale));
    line.setExecutionExceptionHandler(HuoziCommand::failed);
    line.setParameterExceptionHandler((wrong, arguments) -> misused(wrong, locale));
    return line;
  }

  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(failure instanceof CommandFailure told)) {
      throw failure;
    }
    line.getCommandSpec().mixins().values().stream()
        .map(CommandLine.Model.CommandSpec::userObject)
        .filter(OutputOptions.class::isInstance)
        .findFirst()
        .ifPresent(options -> ((OutputOptions) options).console().tell(told));
    return told.exitCode();
  }

  private static int misused(CommandLine.ParameterException wrong, Locale locale) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println(explain(wrong, locale));
    line.getErr()
        .println(
            text(
                locale,
                "usage.see",
                Map.of(
                    "command",
                    NAME + line.getCommandSpec().qualifiedName().substring("huozi".length()))));
    line.getErr().flush();
    return ExitCode.INVALID;
  }

  private static String explain(CommandLine.ParameterException wrong, Locale locale) {
    return switch (wrong) {
      case CommandLine.MissingParameterException missing ->
          text(
              locale,
              "usage.missing",
              Map.of(
                  "names",
                  missing.getMissing().stream().map(HuoziCommand::nameOf).distinct().toList()));
      case CommandLine.UnmatchedArgumentException unknown ->
          text(locale, "usage.unknown", Map.of("arguments", unknown.getUnmatched()));
      default -> Objects.requireNonNullElse(wrong.getMessage(), "");
    };
  }

  private static String nameOf(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }

  private static String text(Locale locale, String key, Map<String, ?> parameters) {
    return new Messages().text("command", key, parameters, locale);
  }
}
