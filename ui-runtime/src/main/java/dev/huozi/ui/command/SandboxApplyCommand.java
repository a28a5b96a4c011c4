package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes over what a sandbox has tried out: its packs as packs, then the rest as one change list.
@Command(name = "apply")
final class SandboxApplyCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--allow-destroy")
  private boolean destroy;

  @Option(names = "--plan")
  private boolean onlyPlan;

  @Parameters(paramLabel = "CODE")
  private String code = "";

  @Override
  public Integer call() {
    ApiConnection connection = server.loggedIn();
    Console console = server.console();
    Deployment deployment = new Deployment(connection, console);
    for (JsonNode pack : changes(connection).path("packs")) {
      ObjectNode request = JsonNodeFactory.instance.objectNode();
      request.set("files", pack.path("files"));
      JsonNode plan = deployment.plan(request);
      deployment.show(plan);
      if (!onlyPlan && !plan.path("items").isEmpty()) {
        deployment.apply(request, plan, destroy);
      }
    }
    // Anew: what came with the packs is no change any more.
    ObjectNode changes = (ObjectNode) changes(connection).path("changes");
    if (changes.path("changes").isEmpty()) {
      console.say("sandbox.same", Map.of("code", code));
      return ExitCode.DONE;
    }
    JsonNode plan = deployment.plan("/api/meta/plan", changes);
    deployment.show(plan);
    if (!onlyPlan) {
      JsonNode published = deployment.carryOut("/api/meta/publish", changes, plan, destroy);
      console.say(
          "sandbox.applied", Map.of("code", code, "version", published.path("version").asText()));
    }
    return ExitCode.DONE;
  }

  private JsonNode changes(ApiConnection connection) {
    return connection.post(
        SandboxCommand.PATH + "/" + code + "/changes", JsonNodeFactory.instance.objectNode());
  }
}
