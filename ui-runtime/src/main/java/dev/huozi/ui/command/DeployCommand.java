package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plans and applies a pack without asking: for scripts.
@Command(name = "deploy")
final class DeployCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final PackOptions pack = new PackOptions();

  @Option(names = "--allow-destroy")
  private boolean destroy;

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Deployment deployment = new Deployment(server.loggedIn(), server.console());
    ObjectNode request = pack.request(folder);
    JsonNode plan = deployment.plan(request);
    if (!server.json()) {
      deployment.show(plan);
    }
    JsonNode result =
        Deployment.changesNothing(plan) ? plan : deployment.apply(request, plan, destroy);
    if (server.json()) {
      server.console().print(result.toString());
    }
    return ExitCode.DONE;
  }
}
