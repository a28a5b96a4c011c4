package dev.huozi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CompletionTest {
  @Test
  void theScriptForBashAndZshIsFreeOfSyntaxErrors() throws IOException, InterruptedException {
    for (CompletionCommand.Shell shell :
        List.of(CompletionCommand.Shell.bash, CompletionCommand.Shell.zsh)) {
      String script = CompletionCommand.script(shell, HuoziCommand.line(Locale.CHINESE));
      assertThat(script).contains("--detailed-exitcode", "rollback");
      assertThat(checked("bash", "-n", script)).isEmpty();
    }
  }

  @Test
  void theScriptForFishNamesEveryCommandAndOptionWhereItBelongs() {
    String script =
        CompletionCommand.script(CompletionCommand.Shell.fish, HuoziCommand.line(Locale.ENGLISH));

    assertThat(script)
        .contains("complete -c huozi -f\n")
        .contains("-a plan -d 'Show what applying a pack would do, and keep the plan in a file.'")
        .contains("-n '__fish_seen_subcommand_from plan' -l detailed-exitcode -d")
        .contains("-n '__fish_seen_subcommand_from plan' -s o -l out -r -d")
        .contains("__fish_seen_subcommand_from pack; and not __fish_seen_subcommand_from list");
    assertThat(script.lines())
        .allSatisfy(line -> assertThat(line).matches("(#|complete -c huozi ).*"))
        .allSatisfy(line ->
            assertThat(line.replace("\\'", "").chars().filter(c -> c == '\'').count() % 2)
                .as(line)
                .isZero());
  }

  /// What the shell says about the script; nothing when it is fine.
  private static String checked(String shell, String option, String script)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(shell, option).redirectErrorStream(true).start();
    process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? output : "failed: " + output;
  }
}
