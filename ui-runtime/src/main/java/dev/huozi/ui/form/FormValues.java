package dev.huozi.ui.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.json.Json;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The texts in the inputs of a form, by API name; for references also the names that stand for
/// them.
public record FormValues(Map<String, String> texts, Map<String, String> names) {
  public static final FormValues EMPTY = new FormValues(Map.of(), Map.of());

  public FormValues {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /// The texts of a stored record.
  static FormValues of(ObjectModel object, RecordView record, FieldText format) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (FieldModel field : object.fields()) {
      if (field.system()) {
        continue;
      }
      Object value = record.get(field.name());
      texts.put(field.name(), format.write(field.field().type(), value));
      if (value instanceof Reference reference && reference.name() != null) {
        names.put(field.name(), reference.name());
      }
    }
    return new FormValues(texts, names);
  }

  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  public String name(String field) {
    return names.getOrDefault(field, "");
  }

  FormValues with(String field, String text, String name) {
    Map<String, String> newTexts = new LinkedHashMap<>(texts);
    Map<String, String> newNames = new LinkedHashMap<>(names);
    newTexts.put(field, text);
    newNames.put(field, name);
    return new FormValues(newTexts, newNames);
  }

  /// True where both have the same text for a field. Line ends do not count: browsers send their
  /// own.
  boolean same(FormValues other, String field) {
    return text(field).replace("\r\n", "\n").equals(other.text(field).replace("\r\n", "\n"));
  }

  /// For a hidden input: the texts and names the form began with.
  public String toJson() {
    return Json.write(this);
  }

  static FormValues fromJson(String json) {
    if (json.isEmpty()) {
      return EMPTY;
    }
    ObjectNode node =
        Json.read(json) instanceof ObjectNode object ? object : Json.mapper().createObjectNode();
    return new FormValues(map(node, "texts"), map(node, "names"));
  }

  /// Texts by field, as `FormPage.Live` carries them along.
  static Map<String, String> textsFromJson(String json) {
    return !json.isEmpty() && Json.read(json) instanceof ObjectNode texts
        ? map(Json.mapper().createObjectNode().set("texts", texts), "texts")
        : Map.of();
  }

  private static Map<String, String> map(ObjectNode node, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    if (node.get(name) instanceof ObjectNode entries) {
      entries
          .properties()
          .forEach(
              entry -> map.put(entry.getKey(), Objects.toString(entry.getValue().textValue(), "")));
    }
    return map;
  }
}
