package dev.huozi.ui.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a script that teaches a shell to complete the commands: `source <(huozi completion
/// bash)`.
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
  /// The shells that are known.
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Mixin private final OutputOptions output = new OutputOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(paramLabel = "bash|zsh|fish")
  private Shell shell = Shell.bash;

  @Override
  public Integer call() {
    CommandLine root = command.root().commandLine();
    output.console().print(script(shell, root));
    return ExitCode.DONE;
  }

  static String script(Shell shell, CommandLine root) {
    return switch (shell) {
      // The script says itself what zsh needs to run what is written for bash.
      case bash, zsh -> AutoComplete.bash(root.getCommandName(), root);
      case fish -> new FishCompletion(root).script();
    };
  }
}
