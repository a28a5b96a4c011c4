package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// Planning something and carrying out exactly that: the steps that the commands share.
final class Deployment {
  private final ApiConnection connection;
  private final Console console;
  private final Progress progress;

  Deployment(ApiConnection connection, Console console) {
    this.connection = connection;
    this.console = console;
    this.progress = new Progress(console);
  }

  static boolean changesNothing(JsonNode plan) {
    return plan.path("items").isEmpty();
  }

  /// Where this works.
  PlanFile.Target target() {
    return new PlanFile.Target(
        connection.server().toString(),
        connection.get(LoginCommand.SESSION).path("tenant").asText());
  }

  /// The plan of a pack.
  JsonNode plan(ObjectNode request) {
    return plan("/api/packs/plan", request);
  }

  JsonNode plan(String path, ObjectNode request) {
    return progress.during("progress.plan", () -> connection.post(path, request));
  }

  /// The plan for people.
  void show(JsonNode plan) {
    if (changesNothing(plan)) {
      console.say("plan.nothing", Map.of());
    } else if (!console.quiet()) {
      new PlanTree(console).print(plan);
    }
  }

  /// Applies a pack as it was planned.
  JsonNode apply(ObjectNode request, JsonNode plan, boolean destroy) {
    JsonNode applied = carryOut("/api/packs/apply", request, plan, destroy);
    console.say(
        "deploy.done",
        Map.of(
            "pack", applied.path("pack").asText(),
            "version", applied.path("version").asText(),
            "metadataVersion", applied.path("metadataVersion").asText()));
    return applied;
  }

  /// Does what was planned and nothing else: the server refuses when the plan would now be another.
  JsonNode carryOut(String path, ObjectNode request, JsonNode plan, boolean destroy) {
    ObjectNode agreed = request.deepCopy();
    for (String name : List.of("baseVersion", "digest")) {
      if (plan.hasNonNull(name)) {
        agreed.set(name, plan.get(name));
      }
    }
    if (destroy) {
      agreed.put("destroy", true);
    }
    try {
      return progress.during(
          "progress.apply", () -> connection.post(path, agreed), this::whatIsDone);
    } catch (CommandFailure refused) {
      advise(refused);
      throw refused;
    }
  }

  /// What the server is doing to the tables, as one line.
  private String whatIsDone() {
    try {
      return line(connection.get("/api/meta/progress"), console);
    } catch (CommandFailure _) {
      return ""; // only an ornament
    }
  }

  /// Empty when nothing is being done.
  static String line(JsonNode progress, Console console) {
    StringBuilder line = new StringBuilder();
    for (JsonNode one : progress.path("running")) {
      line.append(" · ")
          .append(
              console.text(
                  "progress." + one.path("step").asText(),
                  Map.of(
                      "number", one.path("number").asLong(),
                      "of", one.path("of").asLong(),
                      "object", one.path("object").asText())));
      if (one.has("percent")) {
        line.append(' ').append(one.path("percent").asInt()).append(" %");
      }
    }
    return line.toString();
  }

  private void advise(CommandFailure refused) {
    if (refused.says("METADATA_STALE") || refused.says("METADATA_PLAN_CHANGED")) {
      console.note("plan.again", Map.of());
    } else if (refused.says("METADATA_DESTRUCTIVE")) {
      console.note("plan.destroy", Map.of());
    }
  }
}
