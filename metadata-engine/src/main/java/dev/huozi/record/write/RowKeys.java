package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.NameSuggestion;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordError;
import dev.huozi.record.sql.ReferenceRenderer;
import dev.huozi.record.sql.ReferenceRenderer.ById;
import dev.huozi.record.sql.ReferenceRenderer.ByKey;
import dev.huozi.record.sql.ReferenceRenderer.Found;
import dev.huozi.record.sql.ReferenceRenderer.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the rows of a bulk write are found by: the record's id or a unique field.
final class RowKeys {
  private final WriteScope scope;
  private final String name;
  private final @Nullable FieldModel field;

  private RowKeys(WriteScope scope, String name, @Nullable FieldModel field) {
    this.scope = scope;
    this.name = name;
    this.field = field;
  }

  /// @throws ProblemException `RECORD_KEY_UNKNOWN`
  static RowKeys of(WriteScope scope, String key) {
    ObjectModel object = scope.object();
    if (key.equals(BulkWrite.ID)) {
      return new RowKeys(scope, key, null);
    }
    FieldModel field = object.field(key);
    if (field == null || field.system() || !field.field().unique()) {
      throw new ProblemException(
          RecordError.RECORD_KEY_UNKNOWN,
          "object",
          object.name(),
          "field",
          FieldInput.shown(key),
          "allowed",
          NameSuggestion.nearest(key, ReferenceCoercion.uniqueFields(object)));
    }
    return new RowKeys(scope, field.name(), field);
  }

  String name() {
    return name;
  }

  boolean isId() {
    return field == null;
  }

  /// The row's key in the shape of its column; null when it has none, or none that could be one.
  @Nullable Object of(ObjectNode row) {
    JsonNode json = row.path(name);
    if (field != null) {
      return UniqueKeyValue.read(json, field);
    }
    return json.isTextual() ? ReferenceCoercion.id(json.textValue()) : null;
  }

  /// Keys are the same exactly when the database takes them for the same.
  static Object comparable(Object key) {
    return UniqueKeys.comparable(List.of(key)).getFirst();
  }

  /// The records that have these keys, by comparable key; those that the principal may not read are
  /// not among them.
  Map<Object, UUID> find(Set<Object> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<Object> values = List.copyOf(keys);
    Map<Object, UUID> found = new HashMap<>();
    for (Found one : ask(values)) {
      Object key = field == null ? one.id() : comparable(values.get(one.value() - 1));
      found.put(key, one.id());
    }
    return found;
  }

  private List<Found> ask(List<Object> values) {
    Wanted wanted =
        field == null
            ? new ById(scope.object(), ids(values))
            : new ByKey(scope.object(), field, values);
    return scope
        .transaction()
        .query(
            ReferenceRenderer.render(
                List.of(wanted),
                scope.object(),
                scope.snapshot().version(),
                scope.access(),
                scope.context()),
            ReferenceRenderer::read);
  }

  private static List<UUID> ids(List<Object> values) {
    Set<UUID> ids = new LinkedHashSet<>();
    for (Object value : values) {
      if (value instanceof UUID id) {
        ids.add(id);
      }
    }
    return new ArrayList<>(ids);
  }
}
