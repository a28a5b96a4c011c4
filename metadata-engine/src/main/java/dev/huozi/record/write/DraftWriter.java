package dev.huozi.record.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.record.RecordError;
import dev.huozi.record.sql.DeleteRenderer;
import dev.huozi.record.sql.IdempotencyRenderer;
import dev.huozi.record.sql.InsertRenderer;
import dev.huozi.record.sql.InsertRenderer.NewRow;
import dev.huozi.record.sql.StoredJson;
import dev.huozi.record.sql.UpdateRenderer;
import dev.huozi.record.sql.UpdateRenderer.ChangedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes checked drafts: the row, its history and its event in one statement. What the database
/// refuses is worded for whoever sent the values.
record DraftWriter(WriteScope scope) {
  private static final int ROWS_PER_STATEMENT = 1_000;
  private static final WriteStep NUMBERS = new NumberStep();

  /// After the numbers, which formulas may read.
  private static final WriteStep STORED = new StoredStep(true);

  /// The drafts with their running numbers.
  List<Draft> numbered(List<Draft> drafts) {
    return STORED.apply(scope, NUMBERS.apply(scope, drafts));
  }

  /// Writes one new record that has its numbers.
  ///
  /// @param answer kept for a repeated request, or null
  void insert(Draft draft, IdempotencyRenderer.@Nullable Answer answer) {
    NewRow row = new NewRow(draft.id(), draft.values());
    write(List.of(draft), InsertRenderer.one(scope.mark(), row, answer));
  }

  /// Writes new records.
  void insert(List<Draft> drafts) {
    List<Draft> ready = numbered(drafts);
    for (int from = 0; from < ready.size(); from += ROWS_PER_STATEMENT) {
      List<Draft> chunk = ready.subList(from, Math.min(ready.size(), from + ROWS_PER_STATEMENT));
      List<NewRow> rows =
          chunk.stream().map(draft -> new NewRow(draft.id(), draft.values())).toList();
      write(chunk, InsertRenderer.many(scope.mark(), rows));
    }
  }

  /// Writes one change. The record's new version, or null when it is no longer at `expected`.
  @Nullable Integer change(Draft draft, int expected) {
    Map<FieldModel, @Nullable Object> changes = draft.changes();
    Integer version =
        write(
            List.of(draft),
            UpdateRenderer.one(
                scope.mark(), draft.id(), expected, changes, history(draft, changes)));
    if (version != null) {
      new Recomputation(scope).after(List.of(draft));
    }
    return version;
  }

  /// Writes changes of existing records, all of them or none.
  ///
  /// @throws ProblemException `RECORD_CHANGED_MEANWHILE` when one of them is no longer what was
  ///   read
  void change(List<Draft> drafts) {
    for (int from = 0; from < drafts.size(); from += ROWS_PER_STATEMENT) {
      List<Draft> chunk = drafts.subList(from, Math.min(drafts.size(), from + ROWS_PER_STATEMENT));
      List<ChangedRow> rows = chunk.stream().map(DraftWriter::changedRow).toList();
      Integer written = write(chunk, UpdateRenderer.many(scope.mark(), rows));
      if (written == null || written != chunk.size()) {
        throw new ProblemException(RecordError.RECORD_CHANGED_MEANWHILE);
      }
      new Recomputation(scope).after(chunk);
    }
  }

  /// Keeps a record from changing until the transaction ends; its version, or null when it is gone.
  @Nullable Integer lock(UUID id) {
    return scope
        .transaction()
        .queryOne(
            DeleteRenderer.lock(scope.mark(), id), row -> Objects.requireNonNull(row.integer(0)));
  }

  private static ChangedRow changedRow(Draft draft) {
    Map<FieldModel, @Nullable Object> changes = draft.changes();
    int version = Objects.requireNonNull(draft.before()).version();
    return new ChangedRow(draft.id(), version, changes, history(draft, changes));
  }

  /// Runs a writing statement; the number that it answers, if it answers one.
  private @Nullable Integer write(List<Draft> drafts, SqlFragment statement) {
    try {
      List<Integer> answer =
          scope
              .transaction()
              .query(statement, row -> Objects.requireNonNullElse(row.integer(0), 0));
      return answer.isEmpty() ? null : answer.getFirst();
    } catch (DatabaseConflict conflict) {
      throw ConflictWording.word(conflict, scope, drafts);
    }
  }

  private static ObjectNode history(Draft draft, Map<FieldModel, @Nullable Object> changes) {
    Map<String, ArrayNode> pairs = new LinkedHashMap<>();
    changes.forEach((field, value) ->
        pairs.put(
            StoredJson.key(field),
            Json.mapper()
                .createArrayNode()
                .add(StoredJson.write(field, draft.valueBefore(field), false))
                .add(StoredJson.write(field, value, false))));
    ObjectNode history = Json.mapper().createObjectNode();
    pairs.forEach(history::set);
    return history;
  }
}
