package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Removes a pack: says what goes and what stays, asks, and does it.
@Command(name = "uninstall")
final class PackUninstallCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(names = "--allow-destroy")
  private boolean destroy;

  @Parameters(paramLabel = "PACK")
  private String pack = "";

  @Override
  public Integer call() {
    Console console = server.console();
    Deployment deployment = new Deployment(server.loggedIn(), console);
    String path = "/api/packs/" + ApiConnection.encode(pack) + "/uninstall";
    JsonNode plan = deployment.plan(path + "/plan", JsonNodeFactory.instance.objectNode());
    if (!server.json()) {
      deployment.show(plan);
      tell(plan, console);
    }
    if (!confirmation.isGiven(console)) {
      return ExitCode.FAILED;
    }
    JsonNode done = deployment.carryOut(path, JsonNodeFactory.instance.objectNode(), plan, destroy);
    console.say(
        "uninstall.done",
        Map.of("pack", pack, "metadataVersion", done.path("metadataVersion").asText()));
    if (server.json()) {
      console.print(done.toString());
    }
    return ExitCode.DONE;
  }

  private static void tell(JsonNode plan, Console console) {
    for (JsonNode gone : plan.path("goes")) {
      console.say(
          "uninstall.goes",
          Map.of(
              "component",
              gone.path("kind").asText() + " " + gone.path("name").asText(),
              "rows",
              gone.path("rows").asText()));
    }
    for (JsonNode left : plan.path("stays")) {
      console.say(
          "uninstall.stays",
          Map.of("component", left.path("kind").asText() + " " + left.path("name").asText()));
    }
    console.say("uninstall.edits", Map.of("count", plan.path("localEdits").size()));
  }
}
