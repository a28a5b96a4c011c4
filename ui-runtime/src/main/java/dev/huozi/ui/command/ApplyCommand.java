package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Applies exactly what a plan file holds; or plans a folder, asks, and applies.
@Command(name = "apply")
final class ApplyCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final PackOptions pack = new PackOptions();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(names = "--allow-destroy")
  private boolean destroy;

  @Parameters(paramLabel = "FILE|DIR")
  private Path source = Path.of("");

  @Override
  public Integer call() {
    Deployment deployment = new Deployment(server.loggedIn(), server.console());
    return Files.isDirectory(source) ? folder(deployment) : file(deployment);
  }

  private int folder(Deployment deployment) {
    ObjectNode request = pack.request(source);
    JsonNode plan = deployment.plan(request);
    deployment.show(plan);
    if (Deployment.changesNothing(plan)) {
      return ExitCode.DONE;
    }
    if (!confirmation.isGiven(server.console())) {
      return ExitCode.FAILED;
    }
    return applied(deployment.apply(request, plan, destroy));
  }

  private int file(Deployment deployment) {
    PlanFile file = PlanFile.read(source);
    PlanFile.Target here = deployment.target();
    if (!file.target().equals(here)) {
      throw new CommandFailure(
          "plan.elsewhere",
          Map.of(
              "file", source,
              "tenant", file.target().tenant(),
              "server", file.target().server(),
              "here", here.tenant(),
              "url", here.server()),
          null);
    }
    return applied(deployment.apply(file.request(), file.plan(), destroy));
  }

  private int applied(JsonNode answer) {
    if (server.json()) {
      server.console().print(answer.toString());
    }
    return ExitCode.DONE;
  }
}
