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

/// Brings the tenant back to an earlier version, as a new version.
@Command(name = "rollback")
final class RollbackCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(names = "--allow-destroy")
  private boolean destroy;

  @Option(names = "--reason", paramLabel = "TEXT")
  private String reason = "";

  @Parameters(paramLabel = "VERSION")
  private long version;

  @Override
  public Integer call() {
    Console console = server.console();
    Deployment deployment = new Deployment(server.loggedIn(), console);
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("version", version);
    JsonNode plan = deployment.plan("/api/meta/rollback/plan", request);
    deployment.show(plan);
    if (Deployment.changesNothing(plan)) {
      return ExitCode.DONE;
    }
    if (!confirmation.isGiven(console)) {
      return ExitCode.FAILED;
    }
    request.put("reason", reason.isEmpty() ? "rollback to " + version : reason);
    JsonNode done = deployment.carryOut("/api/meta/rollback", request, plan, destroy);
    console.say("rollback.done", Map.of("to", version, "version", done.path("version").asText()));
    if (server.json()) {
      console.print(done.toString());
    }
    return ExitCode.DONE;
  }
}
