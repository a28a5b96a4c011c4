package dev.huozi.record.write;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.RecordError;
import dev.huozi.record.Reference;
import dev.huozi.record.query.ScalarText;
import dev.huozi.record.sql.ReferenceRenderer;
import dev.huozi.record.sql.ReferenceRenderer.ById;
import dev.huozi.record.sql.ReferenceRenderer.ByKey;
import dev.huozi.record.sql.ReferenceRenderer.Found;
import dev.huozi.record.sql.ReferenceRenderer.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what the drafts refer to, in one statement for all drafts and objects. A record that does
/// not exist and one that the principal may not read get the same answer.
final class ReferenceStep implements WriteStep {
  private record KeyOf(ObjectModel object, FieldModel key) {}

  /// What was found, by target and id and by target, key and value.
  private record Directory(
      Map<String, Map<UUID, Reference>> byId, Map<KeyOf, Map<Object, Reference>> byKey) {}

  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    List<Wanted> wanted = wanted(scope, drafts);
    if (wanted.isEmpty()) {
      return drafts;
    }
    Directory directory = find(scope, wanted);
    return drafts.stream().map(draft -> resolve(scope, draft, directory)).toList();
  }

  private static List<Wanted> wanted(WriteScope scope, List<Draft> drafts) {
    Map<ObjectModel, Set<UUID>> ids = new LinkedHashMap<>();
    Map<KeyOf, Set<Object>> keys = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      for (Object value : draft.changes().values()) {
        if (value instanceof Reference reference) {
          ObjectModel target = scope.snapshot().object(reference.object());
          if (target != null) {
            ids.computeIfAbsent(target, _ -> new LinkedHashSet<>()).add(reference.id());
          }
        }
      }
      for (PendingReference pending : draft.pending().values()) {
        keys.computeIfAbsent(new KeyOf(pending.target(), pending.key()), _ -> new LinkedHashSet<>())
            .add(pending.value());
      }
    }
    List<Wanted> wanted = new ArrayList<>();
    ids.forEach((object, all) -> wanted.add(new ById(object, List.copyOf(all))));
    keys.forEach((key, all) -> wanted.add(new ByKey(key.object(), key.key(), List.copyOf(all))));
    return wanted;
  }

  private static Directory find(WriteScope scope, List<Wanted> wanted) {
    Directory directory = new Directory(new HashMap<>(), new HashMap<>());
    List<Found> rows =
        scope
            .transaction()
            .query(
                ReferenceRenderer.render(
                    wanted,
                    scope.object(),
                    scope.snapshot().version(),
                    scope.access(),
                    scope.context()),
                ReferenceRenderer::read);
    for (Found found : rows) {
      Wanted reason = wanted.get(found.wanted());
      Reference reference = new Reference(reason.object().name(), found.id(), found.name());
      switch (reason) {
        case ById _ ->
            directory
                .byId()
                .computeIfAbsent(reference.object(), _ -> new HashMap<>())
                .put(found.id(), reference);
        case ByKey(ObjectModel object, FieldModel key, List<Object> values) ->
            directory
                .byKey()
                .computeIfAbsent(new KeyOf(object, key), _ -> new HashMap<>())
                .put(values.get(found.value() - 1), reference);
      }
    }
    return directory;
  }

  private static Draft resolve(WriteScope scope, Draft draft, Directory directory) {
    Map<FieldModel, @Nullable Object> values = new LinkedHashMap<>(draft.values());
    Set<FieldModel> refused = new LinkedHashSet<>(draft.refused());
    draft
        .changes()
        .forEach((field, value) -> {
          if (value instanceof Reference wanted) {
            Reference found =
                directory.byId().getOrDefault(wanted.object(), Map.of()).get(wanted.id());
            put(scope, draft, field, found, wanted.id(), wanted.object(), values, refused);
          }
        });
    draft
        .pending()
        .forEach((field, wanted) -> {
          KeyOf key = new KeyOf(wanted.target(), wanted.key());
          Reference found = directory.byKey().getOrDefault(key, Map.of()).get(wanted.value());
          String object = wanted.target().name();
          put(scope, draft, field, found, wanted.value(), object, values, refused);
        });
    return draft.with(values, Map.of(), refused);
  }

  private static void put(
      WriteScope scope,
      Draft draft,
      FieldModel field,
      @Nullable Reference found,
      Object wanted,
      String object,
      Map<FieldModel, @Nullable Object> values,
      Set<FieldModel> refused) {
    if (found != null) {
      values.put(field, found);
      return;
    }
    values.remove(field);
    refused.add(field);
    scope.refuse(
        draft,
        field,
        RecordError.RECORD_REFERENCE_NOT_FOUND,
        "value",
        FieldInput.shown(String.valueOf(ScalarText.write(wanted))),
        "object",
        object);
  }
}
