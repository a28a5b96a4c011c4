package dev.huozi.ui.command.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/// The types of the fields of a tenant, as its metadata says: values are written by type.
final class FieldTypes {
  private final ScenarioDoor door;
  private final Map<String, Map<String, String>> known = new HashMap<>();

  FieldTypes(ScenarioDoor door) {
    this.door = door;
  }

  /// The word of the field's type; empty for one that is not known, which the server refuses
  /// itself.
  String of(String object, String field) {
    return known.computeIfAbsent(object, this::load).getOrDefault(field, "");
  }

  private Map<String, String> load(String object) {
    Map<String, String> types = new HashMap<>();
    collect(door.send("GET", "/api/meta/object/" + object, null).body().path("body"), types);
    JsonNode extensions = door.send("GET", "/api/meta/extension", null).body().path("items");
    for (JsonNode extension : extensions) {
      JsonNode body =
          door.send("GET", "/api/meta/extension/" + extension.path("name").asText(), null)
              .body()
              .path("body");
      if (body.path("object").asText().equals(object)) {
        collect(body, types);
      }
    }
    return types;
  }

  private static void collect(JsonNode body, Map<String, String> types) {
    for (JsonNode field : body.path("fields")) {
      types.put(field.path("name").asText(), field.path("type").asText());
    }
  }
}
