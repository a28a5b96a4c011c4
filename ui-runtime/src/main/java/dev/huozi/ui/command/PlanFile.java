package dev.huozi.ui.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A plan that somebody looked at, with everything needed to apply exactly that: the pack's files
/// and choices as they were sent, and the plan that came back.
///
/// @param request what was planned: `files`, `choices`, `params`
/// @param plan what the server answered, with `baseVersion` and `digest`
record PlanFile(int format, Target target, ObjectNode request, JsonNode plan) {
  static final String SUFFIX = ".huozi-plan";
  private static final int FORMAT = 1;

  /// Where it was planned.
  ///
  /// @param server its address
  /// @param tenant the code of the tenant
  record Target(String server, String tenant) {}

  static PlanFile of(Target target, ObjectNode request, JsonNode plan) {
    return new PlanFile(FORMAT, target, request, plan);
  }

  /// `crm_base-1.2.0.huozi-plan`.
  String fileName() {
    return plan.path("pack").asText("pack") + "-" + plan.path("version").asText("0") + SUFFIX;
  }

  void write(Path file) {
    try {
      Files.writeString(file, Json.write(this) + "\n");
    } catch (IOException e) {
      throw new CommandFailure("plan.unwritable", Map.of("file", file), e);
    }
  }

  static PlanFile read(Path file) {
    try {
      PlanFile read = Json.mapper().readValue(Files.readString(file), PlanFile.class);
      if (read.format() == FORMAT && read.request() != null && read.plan() != null) {
        return read;
      }
      throw new CommandFailure("plan.foreign", Map.of("file", file), null);
    } catch (JsonProcessingException e) {
      throw new CommandFailure("plan.foreign", Map.of("file", file), e);
    } catch (IOException e) {
      throw new CommandFailure("plan.unreadable", Map.of("file", file), e);
    }
  }
}
