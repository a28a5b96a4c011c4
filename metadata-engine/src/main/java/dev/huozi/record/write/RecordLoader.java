package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.query.ColumnKind;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.sql.QueryRenderer;
import dev.huozi.record.sql.RenderedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records as they are before a write and as they will be after it.
final class RecordLoader {
  private final QueryAnalyzer analyzer;

  RecordLoader(QueryAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /// The whole record as the principal may read it, through the same plan as any read.
  ///
  /// @throws ProblemException `RECORD_NOT_FOUND`, or `RECORD_STALE` when it is not at the expected
  ///   version
  RecordView load(WriteScope scope, UUID id, int expectedVersion) {
    RecordView found = load(scope, id);
    if (found.version() != expectedVersion) {
      throw stale(expectedVersion, found.version());
    }
    return found;
  }

  /// The same at whatever version it is.
  RecordView load(WriteScope scope, UUID id) {
    QueryPlan plan =
        analyzer.byIds(
            scope.object().name(), List.of(id), List.of(), scope.snapshot(), scope.context());
    RenderedQuery query = QueryRenderer.records(plan);
    RecordView found =
        scope.transaction().queryOne(query.statement(), row -> query.layout().read(row).record());
    if (found == null) {
      throw new ProblemException(
          RecordError.RECORD_NOT_FOUND, "object", scope.object().name(), "id", id);
    }
    return found;
  }

  /// The whole records that the principal may read, by id.
  Map<UUID, RecordView> loadAll(WriteScope scope, Set<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    QueryPlan plan =
        analyzer.byIds(
            scope.object().name(), List.copyOf(ids), List.of(), scope.snapshot(), scope.context());
    RenderedQuery query = QueryRenderer.records(plan);
    Map<UUID, RecordView> found = new LinkedHashMap<>();
    scope
        .transaction()
        .query(query.statement(), row -> query.layout().read(row).record())
        .forEach(record -> found.put(record.id(), record));
    return found;
  }

  static ProblemException stale(int expected, int current) {
    return new ProblemException(RecordError.RECORD_STALE, "expected", expected, "current", current);
  }

  /// The record as it is once the draft is written.
  static RecordView after(WriteScope scope, Draft draft, int version) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (FieldModel field : scope.object().fields()) {
      if (!ColumnKind.isRecordId(field)) {
        values.put(
            field.name(),
            field.field().type().isVirtual() ? null : valueAfter(scope, draft, field));
      }
    }
    computed(scope, draft, values);
    return new RecordView(scope.object().name(), draft.id(), version, values);
  }

  private static void computed(
      WriteScope scope, Draft draft, Map<String, @Nullable Object> values) {
    List<FieldModel> computed =
        scope.object().fields().stream().filter(field -> field.field().type().isVirtual()).toList();
    if (computed.isEmpty()) {
      return;
    }
    ComputedFields fields = ComputedFields.of(scope.snapshot());
    FormulaInputs.Related related =
        DraftRecord.related(
            scope,
            List.of(draft),
            computed.stream().map(field -> fields.require(field).formula()).toList());
    DraftRecord record = new DraftRecord(scope, draft, related, true);
    computed.forEach(field -> values.put(field.name(), record.computed(field)));
  }

  /// One value of the record as it is once the draft is written.
  static @Nullable Object valueAfter(WriteScope scope, Draft draft, FieldModel field) {
    return field.system() ? mark(scope, draft, field) : draft.value(field);
  }

  private static @Nullable Object mark(WriteScope scope, Draft draft, FieldModel field) {
    Reference writer =
        new Reference(
            FieldType.User.OBJECT,
            scope.context().principal().userId(),
            scope.context().principal().name());
    return switch (field.name()) {
      case "id" -> new Reference(scope.object().name(), draft.id(), null);
      case "created_at" -> draft.isNew() ? scope.now() : draft.valueBefore(field);
      case "created_by" -> draft.isNew() ? writer : draft.valueBefore(field);
      case "updated_at" -> scope.now();
      case "updated_by" -> writer;
      default -> draft.valueBefore(field);
    };
  }
}
