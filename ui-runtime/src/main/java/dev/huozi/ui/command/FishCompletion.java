package dev.huozi.ui.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Writes completions for the fish shell from the commands themselves.
final class FishCompletion {
  private final CommandLine root;
  private final String name;
  private final List<String> lines = new ArrayList<>();

  FishCompletion(CommandLine root) {
    this.root = root;
    this.name = root.getCommandName();
  }

  String script() {
    lines.add("# completions of " + name + " for fish");
    lines.add("complete -c " + name + " -f");
    command(root, List.of());
    return String.join("\n", lines) + "\n";
  }

  private void command(CommandLine line, List<String> path) {
    String condition = condition(line, path);
    line.getSubcommands()
        .forEach((child, command) ->
            lines.add(
                "complete -c %s -n %s -a %s -d %s"
                    .formatted(
                        name, condition, child, quoted(description(command.getCommandSpec())))));
    line.getCommandSpec().options().forEach(option -> lines.add(option(option, condition)));
    if (!line.getCommandSpec().positionalParameters().isEmpty()) {
      lines.add("complete -c %s -n %s -F".formatted(name, condition));
    }
    line.getSubcommands()
        .forEach((child, command) -> {
          List<String> deeper = new ArrayList<>(path);
          deeper.add(child);
          command(command, deeper);
        });
  }

  /// True where these words have been typed and none of the words that lead further.
  private static String condition(CommandLine line, List<String> path) {
    List<String> tests = new ArrayList<>();
    path.forEach(word -> tests.add("__fish_seen_subcommand_from " + word));
    if (!line.getSubcommands().isEmpty()) {
      tests.add(
          "not __fish_seen_subcommand_from " + String.join(" ", line.getSubcommands().keySet()));
    }
    return quoted(String.join("; and ", tests));
  }

  private String option(OptionSpec option, String condition) {
    StringBuilder text = new StringBuilder("complete -c " + name + " -n " + condition);
    for (String given : option.names()) {
      text.append(given.startsWith("--") ? " -l " : " -s ").append(given.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      text.append(" -r");
    }
    return text.append(" -d ").append(quoted(String.join(" ", option.description()))).toString();
  }

  private static String description(CommandSpec command) {
    return String.join(" ", command.usageMessage().description());
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
