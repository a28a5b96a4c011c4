package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huozi.metadata.pack.PackFormat;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Checks the files of a pack without a server. The packs it requires are looked for beside it.
@Command(name = "check")
final class PackCheckCommand implements Callable<Integer> {
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final RequiredPacks required = new RequiredPacks();

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    List<Issue> issues =
        new PackFormat(ProgramKinds.ALL).check(PackFiles.read(folder), required.files(folder));
    Console console = output.console();
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    issues.forEach(issue -> findings.add(LocalProblem.finding(issue, output.locale())));
    if (output.json()) {
      console.print(findings.toString());
    } else {
      findings.forEach(finding -> console.print(line(finding)));
      if (issues.isEmpty()) {
        console.say("pack.good", Map.of("folder", folder));
      }
    }
    Set<String> missing = required.missing(folder);
    if (!missing.isEmpty()) {
      console.note("pack.unchecked", Map.of("packs", missing));
    }
    boolean wrong = issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    return wrong ? ExitCode.INVALID : ExitCode.DONE;
  }

  private static String line(JsonNode finding) {
    String at = finding.path("at").asText();
    return (at.isEmpty() ? finding.path("field").asText() : at)
        + ": "
        + finding.path("message").asText();
  }
}
