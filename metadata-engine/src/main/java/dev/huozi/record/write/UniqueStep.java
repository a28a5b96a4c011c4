package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.sql.UniqueRenderer;
import dev.huozi.record.sql.UniqueRenderer.Holder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values that must be unique: against the other drafts of the command and, in one statement,
/// against the table. The unique index has the last word (see `ConflictWording`); this step says it
/// earlier, for all fields at once.
final class UniqueStep implements WriteStep {
  /// The drafts that fill a key, with their values of it.
  private record Asked(
      List<FieldModel> key, List<Draft> drafts, List<Map<FieldModel, Object>> rows) {}

  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    List<List<FieldModel>> keys = keys(scope.object());
    List<Asked> asked = new ArrayList<>();
    for (List<FieldModel> key : keys) {
      Asked one = ask(key, drafts);
      if (!one.drafts().isEmpty()) {
        asked.add(one);
      }
    }
    if (!asked.isEmpty()) {
      find(scope, asked);
      refuseRepeated(scope, keys, drafts);
    }
    return drafts;
  }

  /// Every set of fields that must be unique and whose values are known by now.
  private static List<List<FieldModel>> keys(ObjectModel object) {
    List<List<FieldModel>> keys = new ArrayList<>();
    for (FieldModel field : object.fields()) {
      if (field.field().unique() && !field.system()) {
        keys.add(List.of(field));
      }
    }
    for (List<String> names : object.definition().uniqueKeys()) {
      List<FieldModel> fields = new ArrayList<>();
      for (String name : names) {
        FieldModel field = object.field(name);
        if (field != null) {
          fields.add(field);
        }
      }
      if (fields.size() == names.size()) {
        keys.add(fields);
      }
    }
    keys.removeIf(key -> key.stream().anyMatch(UniqueStep::isUnknown));
    return keys;
  }

  /// Numbers are given later; a polylookup has several columns. The index alone guards these.
  private static boolean isUnknown(FieldModel field) {
    FieldType type = field.field().type();
    return type instanceof FieldType.AutoNumber || type instanceof FieldType.PolyLookup;
  }

  private static Asked ask(List<FieldModel> key, List<Draft> drafts) {
    Asked asked = new Asked(key, new ArrayList<>(), new ArrayList<>());
    for (Draft draft : drafts) {
      Map<FieldModel, Object> values = values(draft, key);
      if (values != null) {
        asked.drafts().add(draft);
        asked.rows().add(values);
      }
    }
    return asked;
  }

  /// Of several drafts with the same values the first one gets them, unless it will not be written
  /// itself.
  private static void refuseRepeated(
      WriteScope scope, List<List<FieldModel>> keys, List<Draft> drafts) {
    Map<List<FieldModel>, Set<List<Object>>> taken = new HashMap<>();
    for (Draft draft : drafts) {
      Map<List<FieldModel>, List<Object>> wanted = new LinkedHashMap<>();
      for (List<FieldModel> key : scope.issues().has(draft) ? List.<List<FieldModel>>of() : keys) {
        Map<FieldModel, Object> values = values(draft, key);
        if (values != null) {
          wanted.put(key, UniqueKeys.comparable(values.values()));
        }
      }
      wanted.forEach((key, values) -> {
        if (taken.getOrDefault(key, Set.of()).contains(values)) {
          UniqueKeys.refuse(scope, draft, key);
        }
      });
      if (!scope.issues().has(draft)) {
        wanted.forEach(
            (key, values) -> taken.computeIfAbsent(key, _ -> new HashSet<>()).add(values));
      }
    }
  }

  /// The draft's values of the key; null when one is blank or refused, or when nothing of it
  /// changes.
  private static @Nullable Map<FieldModel, Object> values(Draft draft, List<FieldModel> key) {
    Map<FieldModel, @Nullable Object> changes = draft.changes();
    if (key.stream().noneMatch(changes::containsKey)) {
      return null;
    }
    Map<FieldModel, Object> values = new LinkedHashMap<>();
    for (FieldModel field : key) {
      Object value = draft.value(field);
      if (value == null || draft.refused().contains(field)) {
        return null;
      }
      values.put(field, value);
    }
    return values;
  }

  private static void find(WriteScope scope, List<Asked> asked) {
    List<UniqueRenderer.Key> keys =
        asked.stream().map(one -> new UniqueRenderer.Key(one.key(), one.rows())).toList();
    List<Holder> holders =
        scope
            .transaction()
            .query(
                UniqueRenderer.render(keys, scope.object(), scope.snapshot().version()),
                UniqueRenderer::read);
    for (Holder holder : holders) {
      Asked one = asked.get(holder.key());
      Draft draft = one.drafts().get(holder.row() - 1);
      if (!draft.id().equals(holder.id())) {
        UniqueKeys.refuse(scope, draft, one.key());
      }
    }
  }
}
