package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.command.Console.Colour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Prints a plan as a tree: what changes in which component, the SQL that does it, who is affected,
/// what the tenant changed itself, and the sum.
final class PlanTree {
  private static final int WIDEST_SQL = 200;
  private static final long MEGABYTE = 1_000_000;
  private static final long SECOND = 1_000;

  private final Console console;
  private final PlanValues values;

  PlanTree(Console console) {
    this.console = console;
    this.values = new PlanValues(console.locale());
  }

  void print(JsonNode plan) {
    components(plan);
    if (!plan.path("statements").isEmpty()) {
      heading("plan.sql", Map.of());
      plan.path("statements").forEach(this::statement);
    }
    if (!plan.path("affected").isEmpty()) {
      heading("plan.affected", Map.of());
      plan.path("affected").forEach(use -> console.print("  " + PlanValues.use(use)));
    }
    new PlanEdits(console, values).print(plan);
    sum(plan);
  }

  /// The components with their properties, in the order of the plan.
  void components(JsonNode plan) {
    Map<String, List<JsonNode>> byComponent = new LinkedHashMap<>();
    for (JsonNode item : plan.path("items")) {
      byComponent
          .computeIfAbsent(PlanValues.component(item), missing -> new ArrayList<>())
          .add(item);
    }
    byComponent.forEach((name, items) -> component(name, items, plan.path("losses")));
  }

  private void component(String name, List<JsonNode> items, JsonNode losses) {
    JsonNode whole = items.getFirst();
    if (whole.path("path").asText("").isEmpty()) {
      console.print("  " + marked(whole, name + values.titleOf(whole)) + risk(whole, losses));
    } else {
      console.print("  " + console.paint(Colour.CHANGED, "~ " + name));
      items.forEach(item -> property(item, losses));
    }
  }

  private void property(JsonNode item, JsonNode losses) {
    String text = item.path("path").asText() + values.change(item);
    console.print("      " + marked(item, text) + risk(item, losses));
  }

  private String marked(JsonNode item, String text) {
    return switch (item.path("op").asText()) {
      case "add" -> console.paint(Colour.ADDED, "+ " + text);
      case "remove" -> console.paint(Colour.REMOVED, "- " + text);
      default -> console.paint(Colour.CHANGED, "~ " + text);
    };
  }

  private String risk(JsonNode item, JsonNode losses) {
    return switch (item.path("risk").asText()) {
      case "careful" ->
          "  " + console.paint(Colour.CHANGED, console.text("plan.careful", Map.of()));
      case "destructive" -> "  " + console.paint(Colour.DANGER, loss(item, losses));
      default -> "";
    };
  }

  private String loss(JsonNode item, JsonNode losses) {
    for (JsonNode loss : losses) {
      if (PlanValues.component(loss).equals(PlanValues.component(item))
          && loss.path("path").asText("").equals(item.path("path").asText(""))) {
        return console.text("plan.loss", Map.of("rows", loss.path("rows").asLong()));
      }
    }
    return console.text("plan.destructive", Map.of());
  }

  private void statement(JsonNode statement) {
    console.print("  " + PlanValues.shorten(statement.path("sql").asText(), WIDEST_SQL));
    String rewrite = "plan.rewrite." + statement.path("rewrite").asText();
    List<String> facts = new ArrayList<>();
    facts.add(console.text("plan.lock", Map.of("lock", statement.path("lock").asText())));
    facts.add(
        console.text(
            rewrite,
            Map.of(
                "rows",
                statement.path("rows").asLong(),
                "megabytes",
                Math.max(1, statement.path("bytes").asLong() / MEGABYTE))));
    long millis = statement.path("millis").asLong();
    if (millis >= SECOND) {
      facts.add(console.text("plan.seconds", Map.of("seconds", (millis + SECOND / 2) / SECOND)));
    } else if (millis > 0) {
      facts.add(console.text("plan.millis", Map.of("millis", millis)));
    }
    if (statement.path("afterwards").asBoolean()) {
      facts.add(console.text("plan.afterwards", Map.of()));
    }
    console.print(
        "      "
            + console.paint(Colour.ASIDE, String.join(console.text("plan.and", Map.of()), facts)));
  }

  private void sum(JsonNode plan) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (JsonNode item : plan.path("items")) {
      counts.merge(item.path("op").asText(), 1, Integer::sum);
    }
    heading(
        "plan.sum",
        Map.of(
            "added", counts.getOrDefault("add", 0),
            "changed", counts.getOrDefault("change", 0),
            "removed", counts.getOrDefault("remove", 0),
            "version", plan.path("baseVersion").asText()));
  }

  private void heading(String key, Map<String, ?> parameters) {
    console.print(console.paint(Colour.HEADING, console.text(key, parameters)));
  }
}
