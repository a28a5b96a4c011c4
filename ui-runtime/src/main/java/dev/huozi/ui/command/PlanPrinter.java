package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Prints a plan: what changes in the model, then the SQL that does it.
final class PlanPrinter {
  private static final int WIDEST = 100;
  private static final Map<String, String> SIGNS = Map.of("add", "+", "change", "~", "remove", "-");

  private final Console console;

  PlanPrinter(Console console) {
    this.console = console;
  }

  void print(JsonNode plan) {
    for (JsonNode item : plan.path("items")) {
      String path = item.path("path").asText("");
      StringBuilder line = new StringBuilder("  ");
      line.append(SIGNS.getOrDefault(item.path("op").asText(), "?")).append(' ');
      line.append(item.path("kind").asText()).append(' ').append(item.path("name").asText());
      if (!path.isEmpty()) {
        line.append("  ").append(path).append(values(item));
      }
      String risk = item.path("risk").asText();
      if (!risk.equals("safe")) {
        line.append("  [").append(risk).append(']');
      }
      console.print(line.toString());
    }
    for (JsonNode statement : plan.path("statements")) {
      console.print(
          "  sql  %s  -- lock %s, rewrite %s, rows %d"
              .formatted(
                  shorten(statement.path("sql").asText()),
                  statement.path("lock").asText(),
                  statement.path("rewrite").asText(),
                  statement.path("rows").asLong()));
    }
  }

  private static String values(JsonNode item) {
    String before = item.has("before") ? shorten(item.get("before").toString()) : "";
    String after = item.has("after") ? shorten(item.get("after").toString()) : "";
    if (before.isEmpty()) {
      return after.isEmpty() ? "" : " = " + after;
    }
    return after.isEmpty() ? " (" + before + ")" : " " + before + " → " + after;
  }

  private static String shorten(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + "…";
  }
}
