package dev.huozi.record.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordView;
import dev.huozi.record.RowOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes many rows of one object, each for itself: finds their records, checks all of them with
/// the steps of every write, writes the good ones in a few statements, and says what became of
/// each.
final class SetWriter {
  private static final String VERSION = "version";

  private final WriteScope scope;
  private final BulkWrite write;
  private final RecordLoader loader;
  private final @Nullable RowKeys keys;
  private final @Nullable RowOutcome[] outcomes;

  /// Records that earlier rows have found or made.
  private final Set<UUID> dealtWith = new HashSet<>();

  SetWriter(WriteScope scope, BulkWrite write, RecordLoader loader) {
    if (write.rows().size() > BulkWrite.MOST_ROWS) {
      throw new ProblemException(
          RecordError.RECORD_TOO_MANY,
          "actual",
          write.rows().size(),
          "maximum",
          BulkWrite.MOST_ROWS);
    }
    this.scope = scope;
    this.write = write;
    this.loader = loader;
    this.keys =
        write.mode() == BulkWrite.Mode.CREATE
            ? null
            : RowKeys.of(scope, Objects.requireNonNull(write.key(), "key"));
    this.outcomes = new RowOutcome[write.rows().size()];
  }

  /// A row with the key that it is found by.
  private record Keyed(int index, Object key) {}

  List<RowOutcome> run() {
    if (keys == null) {
      List<Draft> drafts = new ArrayList<>();
      for (int i = 0; i < outcomes.length; i++) {
        drafts.add(Draft.of(i, RecordIds.next(), write.rows().get(i), null));
      }
      write(drafts, Set.of());
    } else {
      for (List<Keyed> wave : waves(keys)) {
        writeWave(keys, wave);
      }
    }
    return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
  }

  /// Rows with the same key change the same record one after the other; all others go together.
  private List<List<Keyed>> waves(RowKeys by) {
    Map<Object, Integer> seen = new HashMap<>();
    List<List<Keyed>> waves = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      Object key = by.of(write.rows().get(i));
      if (key == null) {
        outcomes[i] =
            refused(Issue.error(RecordError.RECORD_KEY_MISSING, by.name(), "field", by.name()));
        continue;
      }
      int wave = seen.merge(RowKeys.comparable(key), 1, Integer::sum) - 1;
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(new Keyed(i, key));
    }
    return waves;
  }

  private void writeWave(RowKeys by, List<Keyed> rows) {
    Set<Object> wanted = new LinkedHashSet<>();
    rows.forEach(row -> wanted.add(row.key()));
    Map<Object, UUID> found = by.find(wanted);
    Map<UUID, RecordView> before = loader.loadAll(scope, new LinkedHashSet<>(found.values()));
    List<Draft> drafts = new ArrayList<>();
    for (Keyed row : rows) {
      UUID id = found.get(RowKeys.comparable(row.key()));
      RecordView record = id == null ? null : before.get(id);
      Draft draft = record == null ? newDraft(by, row) : changed(by, row, record);
      if (draft != null) {
        drafts.add(draft);
      }
    }
    write(drafts, settled(before.keySet()));
  }

  private Set<UUID> settled(Set<UUID> found) {
    BulkWrite.Settled settled = write.settled();
    if (settled == null || found.isEmpty()) {
      return Set.of();
    }
    Set<UUID> all = new HashSet<>(settled.among(found));
    found.stream().filter(dealtWith::contains).forEach(all::add);
    return all;
  }

  private @Nullable Draft newDraft(RowKeys by, Keyed row) {
    if (write.mode() == BulkWrite.Mode.UPDATE || by.isId()) {
      outcomes[row.index()] =
          refused(
              Issue.error(
                  RecordError.RECORD_NOT_FOUND,
                  by.name(),
                  "object",
                  scope.object().name(),
                  "id",
                  FieldInput.shown(row.key().toString())));
      return null;
    }
    return Draft.of(row.index(), RecordIds.next(), write.rows().get(row.index()), null);
  }

  /// The key itself is not written again: what found the record stays as it is spelt there.
  private @Nullable Draft changed(RowKeys by, Keyed row, RecordView record) {
    ObjectNode values = write.rows().get(row.index()).deepCopy();
    values.remove(by.name());
    if (values.path(VERSION).isInt()) {
      int seen = values.remove(VERSION).intValue();
      if (seen != record.version()) {
        outcomes[row.index()] =
            refused(
                Issue.error(
                    RecordError.RECORD_STALE,
                    VERSION,
                    "expected",
                    seen,
                    "current",
                    record.version()));
        return null;
      }
    }
    return Draft.of(row.index(), record.id(), values, record);
  }

  private void write(List<Draft> drafts, Set<UUID> settled) {
    if (drafts.isEmpty()) {
      return;
    }
    List<Draft> inserts = new ArrayList<>();
    List<Draft> updates = new ArrayList<>();
    for (Draft draft : DraftChecks.run(scope, drafts)) {
      if (scope.issues().has(draft)) {
        outcomes[draft.index()] = new RowOutcome.Refused(scope.issues().of(draft.index()));
        continue;
      }
      dealtWith.add(draft.id());
      if (draft.isNew()) {
        inserts.add(draft);
      } else if (draft.changes().isEmpty()) {
        outcomes[draft.index()] = new RowOutcome.Unchanged(draft.id(), version(draft));
      } else if (settled.contains(draft.id())) {
        outcomes[draft.index()] =
            new RowOutcome.Differs(draft.id(), version(draft), differences(draft));
      } else {
        updates.add(draft);
      }
    }
    new DraftWriter(scope).insert(inserts);
    inserts.forEach(draft -> outcomes[draft.index()] = new RowOutcome.Created(draft.id()));
    new DraftWriter(scope).change(updates);
    updates.forEach(
        draft -> outcomes[draft.index()] = new RowOutcome.Updated(draft.id(), version(draft) + 1));
  }

  private static int version(Draft draft) {
    return Objects.requireNonNull(draft.before()).version();
  }

  private static List<Issue> differences(Draft draft) {
    List<Issue> issues = new ArrayList<>();
    draft
        .changes()
        .forEach((field, value) ->
            issues.add(
                Issue.error(
                    RecordError.RECORD_DIFFERS,
                    field.name(),
                    "label",
                    WriteScope.label(field),
                    "kept",
                    UniqueKeys.shown(draft.valueBefore(field)),
                    "value",
                    UniqueKeys.shown(value))));
    return issues;
  }

  private static RowOutcome refused(Issue issue) {
    return new RowOutcome.Refused(List.of(issue));
  }
}
