package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.command.scenario.ScenarioRunner;
import dev.huozi.ui.command.scenario.ScenarioRunner.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the scenarios of a pack, each on a tenant that is made for it and removed again.
@Command(name = "test")
final class PackTestCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final RequiredPacks required = new RequiredPacks();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Console console = server.console();
    ScenarioRunner runner =
        new ScenarioRunner(
            server.server(), server.operatorToken(home), server.locale(), ProgramKinds.ALL);
    List<Outcome> outcomes = run(runner, console);
    if (server.json()) {
      console.print(json(outcomes).toString());
    }
    long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
    console.say("scenario.summary", Map.of("count", outcomes.size(), "failed", failed));
    return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<Outcome> run(ScenarioRunner runner, Console console) {
    try {
      return runner.run(
          PackFiles.read(folder), required.files(folder), outcome -> tell(outcome, console));
    } catch (ProblemException problem) {
      throw LocalProblem.of(problem, server.locale());
    }
  }

  private void tell(Outcome outcome, Console console) {
    if (server.json()) {
      return;
    }
    String label = outcome.scenario().label().get(server.locale(), outcome.scenario().name());
    Console.Colour colour = outcome.passed() ? Console.Colour.ADDED : Console.Colour.DANGER;
    String sign = console.paint(colour, outcome.passed() ? "✓" : "✗");
    console.print(sign + " " + outcome.scenario().name() + "  " + label);
    outcome.findings().forEach(finding -> console.print("    " + finding));
  }

  private static ArrayNode json(List<Outcome> outcomes) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Outcome outcome : outcomes) {
      ObjectNode one = list.addObject();
      one.put("scenario", outcome.scenario().name()).put("passed", outcome.passed());
      outcome.findings().forEach(one.putArray("findings")::add);
    }
    return list;
  }
}
