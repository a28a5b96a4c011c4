package dev.huozi.record.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordService.Change;
import dev.huozi.record.RecordService.OldNew;
import dev.huozi.record.Reference;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.sql.HistoryRenderer;
import dev.huozi.record.sql.HistoryRenderer.Entry;
import dev.huozi.record.sql.ReferenceRenderer;
import dev.huozi.record.sql.ReferenceRenderer.ById;
import dev.huozi.record.sql.StoredJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the history of one record: values under today's names of the fields, references with
/// today's names of their targets. What the reader may not read now, in field or record, is not
/// shown.
final class HistoryReader {
  private final RequestContext context;
  private final MetadataSnapshot snapshot;
  private final ReadSession session;
  private final RowAccess access;

  HistoryReader(
      RequestContext context, MetadataSnapshot snapshot, ReadSession session, RowAccess access) {
    this.context = context;
    this.snapshot = snapshot;
    this.session = session;
    this.access = access;
  }

  List<Change> read(ObjectModel object, UUID id, int limit) {
    ObjectModel user = snapshot.object(FieldType.User.OBJECT);
    List<Change> changes =
        session
            .query(
                HistoryRenderer.render(context.tenant(), object, id, user, limit),
                HistoryRenderer::read)
            .stream()
            .map(entry -> change(object, entry))
            .toList();
    Map<UUID, String> names = names(object, changes);
    return names.isEmpty() ? changes : changes.stream().map(one -> named(one, names)).toList();
  }

  private Change change(ObjectModel object, Entry entry) {
    Map<String, OldNew> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> pair : Json.read(entry.changes()).properties()) {
      FieldModel field = StoredJson.field(object, pair.getKey());
      if (field != null) {
        fields.put(
            field.name(),
            new OldNew(value(field, pair.getValue(), 0), value(field, pair.getValue(), 1)));
      }
    }
    return new Change(entry.at(), entry.by(), entry.byName(), entry.operation(), fields);
  }

  private @Nullable Object value(FieldModel field, JsonNode pair, int index) {
    return StoredJson.read(field, pair.get(index), snapshot, context.tenant().currency());
  }

  private Map<UUID, String> names(ObjectModel marked, List<Change> changes) {
    Map<ObjectModel, Set<UUID>> wanted = new LinkedHashMap<>();
    for (Change change : changes) {
      for (OldNew pair : change.fields().values()) {
        want(pair.before(), wanted);
        want(pair.after(), wanted);
      }
    }
    if (wanted.isEmpty()) {
      return Map.of();
    }
    List<ById> parts =
        wanted.entrySet().stream()
            .map(one -> new ById(one.getKey(), List.copyOf(one.getValue())))
            .toList();
    Map<UUID, String> names = new HashMap<>();
    session
        .query(
            ReferenceRenderer.render(parts, marked, snapshot.version(), access, context),
            ReferenceRenderer::read)
        .forEach(found -> names.put(found.id(), found.name() == null ? "" : found.name()));
    return names;
  }

  private void want(@Nullable Object value, Map<ObjectModel, Set<UUID>> wanted) {
    if (value instanceof Reference reference
        && snapshot.object(reference.object()) instanceof ObjectModel target) {
      wanted.computeIfAbsent(target, _ -> new LinkedHashSet<>()).add(reference.id());
    }
  }

  private static Change named(Change change, Map<UUID, String> names) {
    Map<String, OldNew> fields = new LinkedHashMap<>();
    change
        .fields()
        .forEach((field, pair) ->
            fields.put(field, new OldNew(named(pair.before(), names), named(pair.after(), names))));
    return new Change(change.at(), change.by(), change.byName(), change.operation(), fields);
  }

  private static @Nullable Object named(@Nullable Object value, Map<UUID, String> names) {
    return value instanceof Reference reference
        ? new Reference(reference.object(), reference.id(), names.get(reference.id()))
        : value;
  }
}
