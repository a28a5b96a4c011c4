package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.command.Console.Colour;
import java.util.Map;

/// Prints what an upgrade meets in the tenant: the tenant's own changes, which stay, and the
/// properties that both changed.
final class PlanEdits {
  private final Console console;
  private final PlanValues values;

  PlanEdits(Console console, PlanValues values) {
    this.console = console;
    this.values = values;
  }

  void print(JsonNode plan) {
    JsonNode edits = plan.path("localEdits");
    if (!edits.isEmpty()) {
      console.print(
          console.paint(
              Colour.HEADING,
              console.text(
                  "plan.edits",
                  Map.of("count", edits.size(), "lost", plan.path("localEditsLost").asLong()))));
      edits.forEach(this::edit);
    }
    JsonNode conflicts = plan.path("conflicts");
    if (!conflicts.isEmpty()) {
      console.print(
          console.paint(
              Colour.DANGER, console.text("plan.conflicts", Map.of("count", conflicts.size()))));
      conflicts.forEach(this::conflict);
    }
  }

  private void edit(JsonNode edit) {
    console.print(
        "  %s  %s  %s → %s"
            .formatted(
                PlanValues.component(edit),
                edit.path("path").asText(),
                side(edit, "installed"),
                side(edit, "tenant")));
  }

  private void conflict(JsonNode conflict) {
    console.print("  " + PlanValues.component(conflict) + "  " + conflict.path("path").asText());
    for (String side : new String[] {"installed", "pack", "tenant"}) {
      console.print(
          "      " + console.text("plan.side." + side, Map.of("value", side(conflict, side))));
    }
    String chosen = conflict.path("chosen").asText("tenant");
    String other = chosen.equals("tenant") ? "pack" : "tenant";
    console.print(
        "      "
            + console.paint(
                Colour.ASIDE,
                console.text(
                    "plan.chosen." + chosen,
                    Map.of("key", conflict.path("key").asText(), "other", other))));
  }

  private String side(JsonNode edit, String name) {
    return edit.hasNonNull(name) ? values.value(edit.get(name)) : "∅";
  }
}
