package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.NameSuggestion;
import dev.huozi.record.RecordError;
import dev.huozi.record.query.NameResolver;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the JSON of a draft into values of the fields' types. Unknown and read-only properties are
/// refused by name; only the exact spelling counts, so that no two spellings can write one field.
final class CoercionStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    return drafts.stream().map(draft -> coerce(scope, draft)).toList();
  }

  private static Draft coerce(WriteScope scope, Draft draft) {
    Map<FieldModel, @Nullable Object> values = new LinkedHashMap<>();
    Map<FieldModel, PendingReference> pending = new LinkedHashMap<>();
    Set<FieldModel> refused = new HashSet<>();
    properties(scope, draft)
        .forEach((field, json) -> {
          switch (FieldCoercion.coerce(new FieldInput(scope, draft, field, json))) {
            case Coerced.Value value -> values.put(field, value.value());
            case Coerced.Pending found -> pending.put(field, found.reference());
            case Coerced.Refused _ -> refused.add(field);
          }
        });
    return draft.with(values, pending, refused);
  }

  /// What the caller sent and may write, then the defaults, which also fill fields that nobody may
  /// write.
  private static Map<FieldModel, JsonNode> properties(WriteScope scope, Draft draft) {
    Map<FieldModel, JsonNode> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : draft.input().properties()) {
      FieldModel field = writable(scope, draft, property.getKey());
      if (field != null) {
        all.put(field, property.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> property : draft.defaults().properties()) {
      FieldModel field = scope.object().field(property.getKey());
      if (field != null) {
        all.put(field, property.getValue());
      }
    }
    return all;
  }

  private static @Nullable FieldModel writable(WriteScope scope, Draft draft, String name) {
    ObjectModel object = scope.object();
    FieldModel field = object.field(name);
    if (name.equals("version")) {
      scope.refuse(draft, name, RecordError.RECORD_FIELD_READ_ONLY, "label", name);
      return null;
    }
    if (field == null || !field.name().equals(name)) {
      scope.refuse(
          draft,
          NameResolver.shown(name),
          RecordError.RECORD_FIELD_UNKNOWN,
          "object",
          object.name(),
          "field",
          NameResolver.shown(name),
          "nearest",
          NameSuggestion.nearest(name, NameResolver.readableNames(object)));
      return null;
    }
    if (isKeptBySystem(field)) {
      scope.refuse(draft, field, RecordError.RECORD_FIELD_READ_ONLY);
      return null;
    }
    return field;
  }

  private static boolean isKeptBySystem(FieldModel field) {
    return field.system() || field.field().readOnly().isAlways() || field.field().type().isGiven();
  }
}
