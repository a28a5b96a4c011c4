package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// Planning and applying a pack: the steps that the commands share.
final class Deployment {
  private final ApiConnection connection;
  private final Console console;
  private final Progress progress;

  Deployment(ApiConnection connection, Console console) {
    this.connection = connection;
    this.console = console;
    this.progress = new Progress(console);
  }

  /// Where this works.
  PlanFile.Target target() {
    return new PlanFile.Target(
        connection.server().toString(),
        connection.get(LoginCommand.SESSION).path("tenant").asText());
  }

  JsonNode plan(ObjectNode request) {
    return progress.during("progress.plan", () -> connection.post("/api/packs/plan", request));
  }

  /// The plan for people.
  void show(JsonNode plan) {
    if (plan.path("items").isEmpty()) {
      console.say("plan.nothing", Map.of());
    } else if (!console.quiet()) {
      new PlanTree(console).print(plan);
    }
  }

  /// Applies what was planned, and nothing else: the server refuses when the plan would now be
  /// another.
  JsonNode apply(ObjectNode request, JsonNode plan, boolean destroy) {
    ObjectNode agreed = request.deepCopy();
    JsonNode applied =
        progress.during("progress.apply", () -> connection.post("/api/packs/apply", agreed));
    console.say(
        "deploy.done",
        Map.of(
            "pack", applied.path("pack").asText(),
            "version", applied.path("version").asText(),
            "metadataVersion", applied.path("metadataVersion").asText()));
    return applied;
  }
}
