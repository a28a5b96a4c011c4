package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.i18n.Messages;
import java.util.Locale;

/// Words the parts of a plan, short enough for a line.
final class PlanValues {
  private static final int WIDEST = 80;

  private final String language;
  private final String other;

  PlanValues(Locale locale) {
    this.language = Messages.language(locale).getLanguage();
    this.other = language.equals("zh") ? "en" : "zh";
  }

  /// `object store`.
  static String component(JsonNode item) {
    return item.path("kind").asText() + " " + item.path("name").asText();
  }

  /// Who uses what: `view stores columns → object store.grade`.
  static String use(JsonNode use) {
    JsonNode used = use.path("uses");
    String field = used.path("field").asText("");
    return "%s  %s → %s%s"
        .formatted(
            component(use),
            use.path("path").asText(),
            component(used),
            field.isEmpty() ? "" : "." + field);
  }

  static String shorten(String text, int widest) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= widest ? line : line.substring(0, widest) + "…";
  }

  /// Before and after of a property: ` "A" → "B"`.
  String change(JsonNode item) {
    String before = item.has("before") ? value(item.get("before")) : "";
    String after = item.has("after") ? value(item.get("after")) : "";
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() && after.isEmpty() ? "" : "  " + before + after;
    }
    return "  " + before + " → " + after;
  }

  /// The label of a component that comes or goes, as an addition to its name.
  String titleOf(JsonNode item) {
    JsonNode body = item.has("after") ? item.get("after") : item.path("before");
    String label = label(body.path("label"));
    return label.isEmpty() ? "" : "  " + label;
  }

  /// A named thing by its type and label, anything else as it is.
  String value(JsonNode value) {
    if (value.isObject() && value.has("label")) {
      String type = value.path("type").asText(value.path("code").asText(""));
      return (type + " " + label(value.path("label"))).strip();
    }
    return shorten(value.toString(), WIDEST);
  }

  String label(JsonNode label) {
    String text = label.isTextual() ? label.asText() : label.path(language).asText("");
    return text.isEmpty() ? label.path(other).asText("") : text;
  }
}
