package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.NameSuggestion;
import dev.huozi.record.RecordError;
import dev.huozi.record.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// References: an id, or a unique field of the target with its value; for a polylookup together
/// with the object's name. Whether the record exists is asked later, for all drafts at once.
final class ReferenceCoercion {
  private static final Pattern ID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  private ReferenceCoercion() {}

  static Coerced user(FieldInput input) {
    return single(input, FieldType.User.OBJECT);
  }

  static Coerced single(FieldInput input, String target) {
    ObjectModel object = input.scope().snapshot().object(target);
    if (object == null) {
      throw new IllegalStateException(
          "Field (%s) points at object (%s), which the model does not have."
              .formatted(input.field().name(), target));
    }
    JsonNode json = input.json();
    if (json.isTextual()) {
      return json.textValue().isEmpty() ? Coerced.BLANK : byId(input, object, json);
    }
    List<Map.Entry<String, JsonNode>> parts = parts(json);
    return parts.size() == 1 ? byKey(input, object, parts.getFirst()) : misshapen(input);
  }

  static Coerced poly(FieldInput input, List<String> targets) {
    List<Map.Entry<String, JsonNode>> parts = parts(input.json());
    JsonNode named = input.json().path("object");
    if (parts.size() != 2 || !named.isTextual()) {
      return misshapen(input);
    }
    ObjectModel object = target(input, targets, named.textValue());
    if (object == null) {
      return input.refuse(
          RecordError.RECORD_REFERENCE_OBJECT,
          "object",
          FieldInput.shown(named.textValue()),
          "allowed",
          targets);
    }
    parts.removeIf(part -> part.getKey().equals("object"));
    return byKey(input, object, parts.getFirst());
  }

  private static @Nullable ObjectModel target(FieldInput input, List<String> targets, String name) {
    boolean allowed = targets.stream().anyMatch(name::equalsIgnoreCase);
    return allowed ? input.scope().snapshot().object(name) : null;
  }

  private static Coerced byKey(
      FieldInput input, ObjectModel object, Map.Entry<String, JsonNode> part) {
    if (part.getKey().equals("id")) {
      return byId(input, object, part.getValue());
    }
    FieldModel key = object.field(part.getKey());
    if (key == null || !key.field().unique() || key.system()) {
      List<String> keys = uniqueFields(object);
      return input.refuse(
          RecordError.RECORD_REFERENCE_KEY,
          "field",
          FieldInput.shown(part.getKey()),
          "object",
          object.name(),
          "allowed",
          NameSuggestion.nearest(part.getKey(), keys));
    }
    return UniqueKeyValue.read(part.getValue(), key) instanceof Object value
        ? new Coerced.Pending(new PendingReference(object, key, value))
        : misshapen(input);
  }

  static List<String> uniqueFields(ObjectModel object) {
    List<String> names = new ArrayList<>(List.of("id"));
    for (FieldModel field : object.fields()) {
      if (field.field().unique() && !field.system()) {
        names.add(field.name());
      }
    }
    return names;
  }

  private static Coerced byId(FieldInput input, ObjectModel object, JsonNode json) {
    if (!json.isTextual()) {
      return misshapen(input);
    }
    UUID id = id(json.textValue());
    if (id == null) {
      return input.refuse(
          RecordError.RECORD_REFERENCE_NOT_FOUND,
          "value",
          FieldInput.shown(json.textValue()),
          "object",
          object.name());
    }
    return new Coerced.Value(new Reference(object.name(), id, null));
  }

  /// The id that a text spells, or null.
  static @Nullable UUID id(String text) {
    return ID.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  private static Coerced misshapen(FieldInput input) {
    return input.refuse(RecordError.RECORD_REFERENCE_SHAPE);
  }

  private static List<Map.Entry<String, JsonNode>> parts(JsonNode json) {
    return json.isObject() ? new ArrayList<>(json.properties()) : new ArrayList<>();
  }
}
