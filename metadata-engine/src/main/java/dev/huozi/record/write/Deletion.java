package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot.Relation;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.RecordError;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.query.ReferenceTargets;
import dev.huozi.record.sql.DeleteRenderer;
import dev.huozi.record.sql.WriteMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Takes records of one object out of the living tables: what belongs to them goes with them, what
/// only refers to them either forbids the deletion or is emptied.
final class Deletion {
  private static final int MOST_RECORDS = 10_000;
  private static final int COUNTED = 1_000;

  private final WriteScope scope;
  private final Set<UUID> roots;
  private final boolean alone;

  /// What goes, by object.
  private final Map<ObjectModel, Set<UUID>> gone = new LinkedHashMap<>();

  /// One step of the way down: records of one object that were found together.
  private record Level(ObjectModel object, Set<UUID> ids) {}

  Deletion(WriteScope scope, UUID root) {
    this(scope, Set.of(root), false);
  }

  /// @param alone true to refuse when anything else belongs to the records or refers to them
  Deletion(WriteScope scope, Set<UUID> roots, boolean alone) {
    this.scope = scope;
    this.roots = roots;
    this.alone = alone;
  }

  /// @throws ProblemException `RECORD_DELETE_RESTRICTED` with an issue for each object that stands
  ///   in the way
  void run() {
    if (alone) {
      gone.put(scope.object(), roots);
    } else {
      collect(new Level(scope.object(), roots));
    }
    refuseIfRestricted();
    gone.forEach(this::clear);
    List<DeleteRenderer.Leaving> leaving = new ArrayList<>();
    gone.forEach((object, ids) -> leaving.add(new DeleteRenderer.Leaving(mark(object), ids)));
    scope
        .transaction()
        .query(
            DeleteRenderer.toBin(mark(scope.object()), roots, RecordIds.next(), leaving),
            Deletion::count);
  }

  private void collect(Level first) {
    List<Level> open = new ArrayList<>(List.of(first));
    while (!open.isEmpty()) {
      Level level = open.removeFirst();
      gone.computeIfAbsent(level.object(), _ -> new LinkedHashSet<>()).addAll(level.ids());
      for (Relation relation : relationsTo(level.object())) {
        if (relation.field().field().type() instanceof FieldType.MasterDetail) {
          Level children = children(relation, level.ids());
          if (!children.ids().isEmpty()) {
            open.add(children);
          }
        }
      }
    }
  }

  private Level children(Relation relation, Set<UUID> parents) {
    Set<UUID> known = gone.getOrDefault(relation.object(), Set.of());
    Set<UUID> ids =
        new LinkedHashSet<>(
            scope
                .transaction()
                .query(
                    DeleteRenderer.children(
                        mark(relation.object()),
                        relation.field().column(),
                        parents,
                        MOST_RECORDS + 1),
                    row -> Objects.requireNonNull(row.uuid(0))));
    ids.removeAll(known);
    int total = gone.values().stream().mapToInt(Set::size).sum() + ids.size();
    if (total > MOST_RECORDS) {
      throw new ProblemException(RecordError.RECORD_DELETE_TOO_LARGE, "maximum", MOST_RECORDS);
    }
    return new Level(relation.object(), ids);
  }

  private void refuseIfRestricted() {
    List<Issue> issues = new ArrayList<>();
    gone.forEach((target, ids) -> {
      for (Relation relation : relationsTo(target)) {
        if (alone || isRestricting(relation.field())) {
          long count = countReferring(relation, target, ids);
          if (count > 0) {
            issues.add(restricted(relation, count));
          }
        }
      }
    });
    if (!issues.isEmpty()) {
      Issue first = issues.getFirst();
      throw new ProblemException(first.code(), first.parameters(), issues, null);
    }
  }

  private long countReferring(Relation relation, ObjectModel target, Set<UUID> ids) {
    Set<UUID> going = gone.getOrDefault(relation.object(), Set.of());
    long count = 0;
    for (SqlIdentifier column : columnsTo(relation.field(), target)) {
      count +=
          scope
              .transaction()
              .query(
                  DeleteRenderer.countReferring(
                      mark(relation.object()), column, ids, going, COUNTED),
                  Deletion::count)
              .getFirst();
    }
    return count;
  }

  private static Issue restricted(Relation relation, long count) {
    LocalizedText label = relation.object().definition().label();
    return Issue.error(
        RecordError.RECORD_DELETE_RESTRICTED,
        relation.object().name(),
        "object",
        relation.object().name(),
        "label",
        label.isEmpty() ? relation.object().name() : label,
        "field",
        relation.field().name(),
        "fieldLabel",
        WriteScope.label(relation.field()),
        "count",
        count >= COUNTED ? COUNTED + "+" : count);
  }

  private void clear(ObjectModel target, Set<UUID> ids) {
    for (Relation relation : relationsTo(target)) {
      if (isClearing(relation.field())) {
        Set<UUID> going = gone.getOrDefault(relation.object(), Set.of());
        for (SqlIdentifier column : columnsTo(relation.field(), target)) {
          Set<UUID> emptied = emptied(relation.object(), column, ids);
          scope
              .transaction()
              .query(
                  DeleteRenderer.clear(
                      mark(relation.object()), relation.field(), column, ids, going),
                  Deletion::count);
          new Recomputation(scope).of(relation.object(), emptied);
        }
      }
    }
  }

  /// The records whose reference is about to be emptied, where a stored formula may follow it.
  private Set<UUID> emptied(ObjectModel object, SqlIdentifier column, Set<UUID> ids) {
    return ComputedFields.of(scope.snapshot()).stored(object).isEmpty()
        ? Set.of()
        : new LinkedHashSet<>(
            scope
                .transaction()
                .query(
                    DeleteRenderer.children(mark(object), column, ids, Integer.MAX_VALUE),
                    row -> Objects.requireNonNull(row.uuid(0))));
  }

  /// Who made or changed a record is no reason to keep anybody; the system's own fields are left
  /// alone.
  private List<Relation> relationsTo(ObjectModel object) {
    return scope.snapshot().relationsTo(object.name()).stream()
        .filter(relation -> !relation.field().system())
        .toList();
  }

  private List<SqlIdentifier> columnsTo(FieldModel field, ObjectModel target) {
    return ReferenceTargets.of(field, scope.snapshot()).stream()
        .filter(possible -> possible.object().id() == target.id())
        .map(ReferenceTargets.Target::column)
        .toList();
  }

  private static boolean isRestricting(FieldModel field) {
    return switch (field.field().type()) {
      case FieldType.Lookup lookup -> lookup.onDelete() != FieldType.OnDelete.clear;
      case FieldType.User _, FieldType.PolyLookup _ -> true;
      case FieldType.MasterDetail _, FieldType.Plain _ -> false;
    };
  }

  private static boolean isClearing(FieldModel field) {
    return field.field().type() instanceof FieldType.Lookup lookup
        && lookup.onDelete() == FieldType.OnDelete.clear;
  }

  private WriteMark mark(ObjectModel object) {
    return scope.mark(object);
  }

  private static long count(Row row) {
    Long count = row.longInteger(0);
    return count == null ? 0 : count;
  }
}
