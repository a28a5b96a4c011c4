package dev.huozi.ui.page.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.ui.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says values of definitions in words: names become labels, codes become words, lists become rows.
/// No reader should have to read JSON.
final class ValueWords {
  private static final int LONGEST = 200;
  private static final Set<String> FIELDS =
      Set.of(
          "columns",
          "fields",
          "highlights",
          "quickFilters",
          "sort",
          "uniqueKeys",
          "indexes",
          "nameField",
          "controlledBy",
          "field");
  private static final Set<String> OBJECTS =
      Set.of("object", "target", "targets", "mobile", "quickCreate");
  private static final Set<String> WORDS = Set.of("type", "onDelete", "color");

  private final ModelLabels labels;
  private final PropertyWords properties;
  private final Words words;

  ValueWords(ModelLabels labels, PropertyWords properties) {
    this.labels = labels;
    this.properties = properties;
    this.words = labels.words();
  }

  /// Whether the list of that property holds names of fields or objects, so that a name in it is a
  /// value and no property.
  static boolean holdsNames(String property) {
    return FIELDS.contains(property) || OBJECTS.contains(property);
  }

  /// One value on one line.
  ///
  /// @param object the object that field names belong to
  /// @param property the property's own name
  String text(String object, String property, @Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return words.get("blank");
    }
    if (value.isBoolean()) {
      return words.get(value.booleanValue() ? "yes" : "no");
    }
    if (value.isArray()) {
      return cut(
          rows(object, property, value).stream().collect(Collectors.joining(words.get("comma"))));
    }
    return value.isObject() ? structure(object, value) : cut(scalar(object, property, value));
  }

  /// The items of a list, or one row for everything else.
  List<String> rows(String object, String property, JsonNode value) {
    if (!value.isArray()) {
      return List.of(text(object, property, value));
    }
    List<String> rows = new ArrayList<>();
    value.forEach(item -> rows.add(item(object, property, item)));
    return rows;
  }

  /// One item of the list that the property is.
  String item(String object, String property, JsonNode item) {
    if (!item.isObject()) {
      return item.isArray()
          ? rows(object, property, item).stream().collect(Collectors.joining(" + "))
          : scalar(object, property, item);
    }
    String name = PropertyPath.itemName(item);
    String label = labels.text(item.path("label"), name == null ? "" : name);
    String type = type(item);
    if (!label.isEmpty()) {
      return type.isEmpty() ? label : label + words.get("in_brackets", type);
    }
    return structure(item.path("object").asText(object), item);
  }

  /// The type of a field in a word; empty for everything else.
  String type(JsonNode item) {
    String type = item.path("type").asText("");
    return type.isEmpty() ? "" : word("type", type);
  }

  private String scalar(String object, String property, JsonNode value) {
    String text = value.asText();
    if (FIELDS.contains(property)) {
      return text.startsWith("-")
          ? labels.field(object, text.substring(1)) + " ↓"
          : labels.field(object, text);
    }
    if (OBJECTS.contains(property)) {
      return labels.component(new MetadataRef("object", text));
    }
    if (WORDS.contains(property)) {
      return word(property, text);
    }
    return switch (property) {
      case "optionset", "set" -> labels.component(new MetadataRef("optionset", text));
      case "view" -> labels.component(new MetadataRef("view", text));
      default -> text;
    };
  }

  private String word(String property, String code) {
    String key =
        switch (property) {
          case "onDelete" -> "on_delete_" + code;
          default -> property + "_" + code;
        };
    String word = words.get(key);
    return word.equals(key) ? code : word;
  }

  private String structure(String object, JsonNode value) {
    if (isLabel(value)) {
      return labels.text(value, "");
    }
    List<String> parts = new ArrayList<>();
    value
        .properties()
        .forEach(entry ->
            parts.add(
                properties.property(entry.getKey())
                    + words.get("colon")
                    + text(object, entry.getKey(), entry.getValue())));
    return cut(String.join(words.get("semicolon"), parts));
  }

  static boolean isLabel(JsonNode value) {
    return value.isObject()
        && !value.isEmpty()
        && value.properties().stream()
            .allMatch(entry -> Set.of("zh", "en").contains(entry.getKey()));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }
}
