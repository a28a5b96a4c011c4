package dev.huozi.record.load.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordTransaction;
import dev.huozi.record.RowOutcome;
import dev.huozi.record.load.job.ImportLine.Note;
import dev.huozi.record.sql.HistoryRenderer;
import dev.huozi.record.sql.HistoryRenderer.Past;
import dev.huozi.record.sql.ImportRowRenderer;
import dev.huozi.record.sql.ImportRowRenderer.Member;
import dev.huozi.record.sql.StoredJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes an import back: records that it made are deleted unless somebody changed or used them
/// since, records that it changed get their values back. What could not be taken back is told.
final class ImportUndo {
  private static final int BATCH = 500;

  private final ImportHold hold;
  private long kept;

  ImportUndo(ImportHold hold) {
    this.hold = hold;
  }

  void run() {
    for (long object : objects()) {
      // What refers to a record is taken back before the record itself.
      drain(object, false);
      drain(object, true);
    }
    if (hold.state() == ImportState.UNDOING) {
      hold.finish(ImportState.UNDONE, null);
    }
  }

  private void drain(long object, boolean made) {
    while (hold.state() == ImportState.UNDOING && batch(object, made)) {
      // the next batch
    }
  }

  /// What was filled last goes first, as it refers to what was filled before; without a profile,
  /// what nothing else of it refers to.
  private List<Long> objects() {
    return hold.desk()
        .records()
        .transact(
            hold.context(),
            transaction -> {
              List<Long> found =
                  transaction
                      .connection()
                      .query(
                          ImportRowRenderer.objects(hold.tenant(), hold.job().id()),
                          row -> Objects.requireNonNull(row.longInteger(0)));
              List<Long> order = new ArrayList<>();
              var profile = hold.job().profile();
              if (profile == null) {
                order.addAll(DeletionOrder.of(transaction.snapshot(), found));
              } else {
                profile
                    .targets()
                    .reversed()
                    .forEach(target -> {
                      ObjectModel object = transaction.snapshot().object(target.object());
                      if (object != null
                          && found.contains(object.id())
                          && !order.contains(object.id())) {
                        order.add(object.id());
                      }
                    });
              }
              return order;
            });
  }

  /// True when there may be more of them.
  private boolean batch(long object, boolean made) {
    return batch(object, made, BATCH);
  }

  private boolean batch(long object, boolean made, int size) {
    try {
      return inTransaction(object, made, size);
    } catch (ProblemException problem) {
      boolean restricted = problem.code() == RecordError.RECORD_DELETE_RESTRICTED;
      if (!restricted && !ImportRun.isAboutRows(problem)) {
        throw problem;
      }
      return size == 1
          ? keepOne(object, made, problem)
          : batch(object, made, Math.max(1, size / 8));
    }
  }

  private record Done(boolean more, long kept, ImportState state) {}

  private boolean inTransaction(long object, boolean made, int size) {
    Done done =
        hold.desk()
            .records()
            .transact(
                hold.context(),
                transaction -> {
                  List<Member> members = members(transaction, object, made, size);
                  List<ImportLine> lines =
                      members.isEmpty()
                          ? List.of()
                          : made
                              ? delete(transaction, model(transaction, object), members)
                              : restore(transaction, model(transaction, object), members);
                  return finished(transaction, members, lines);
                });
    return committed(done);
  }

  /// Leaves one record alone that cannot be taken back.
  private boolean keepOne(long object, boolean made, ProblemException reason) {
    Done done =
        hold.desk()
            .records()
            .transact(
                hold.context(),
                transaction -> {
                  List<Member> members = members(transaction, object, made, 1);
                  List<ImportLine> lines = new ArrayList<>();
                  for (Member member : members) {
                    lines.add(
                        line(
                            lines.size(),
                            model(transaction, object),
                            member.id(),
                            Note.of(reason)));
                  }
                  return finished(transaction, members, lines);
                });
    return committed(done);
  }

  private Done finished(
      RecordTransaction transaction, List<Member> members, List<ImportLine> lines) {
    if (!members.isEmpty()) {
      transaction
          .connection()
          .execute(
              ImportRowRenderer.forget(
                  hold.tenant(), hold.job().id(), members.stream().map(Member::id).toList()));
      hold.saveLines(transaction.connection(), lines);
    }
    ImportState state = hold.advance(transaction.connection(), hold.tally(), null);
    return new Done(!members.isEmpty(), lines.size(), state);
  }

  private boolean committed(Done done) {
    kept += done.kept();
    hold.committed(hold.tally(), done.state());
    return done.more();
  }

  private List<Member> members(RecordTransaction transaction, long object, boolean made, int size) {
    return transaction
        .connection()
        .query(
            ImportRowRenderer.changed(hold.tenant(), hold.job().id(), object, made, size),
            ImportUndo::member);
  }

  private static Member member(Row row) {
    return new Member(
        Objects.requireNonNull(row.uuid(0)),
        Objects.requireNonNull(row.longInteger(1)),
        Objects.requireNonNull(row.integer(2)),
        Objects.requireNonNull(row.integer(3)));
  }

  private static ObjectModel model(RecordTransaction transaction, long id) {
    return transaction.snapshot().objects().stream()
        .filter(object -> object.id() == id)
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                RecordError.RECORD_OBJECT_UNKNOWN, "object", id, "nearest", List.of()));
  }

  private List<ImportLine> delete(
      RecordTransaction transaction, ObjectModel object, List<Member> members) {
    Map<UUID, Integer> versions = new LinkedHashMap<>();
    members.forEach(member -> versions.put(member.id(), member.version()));
    List<ImportLine> lines = new ArrayList<>();
    transaction
        .deleteUnused(object.name(), versions)
        .forEach((id, current) ->
            lines.add(
                line(
                    lines.size(),
                    object,
                    id,
                    Note.of(
                        null,
                        "",
                        RecordError.RECORD_STALE,
                        Map.of("expected", versions.get(id), "current", current)))));
    return lines;
  }

  private List<ImportLine> restore(
      RecordTransaction transaction, ObjectModel object, List<Member> members) {
    Map<UUID, ObjectNode> before = before(transaction, object, members);
    List<ObjectNode> rows = new ArrayList<>();
    for (Member member : members) {
      ObjectNode row = before.getOrDefault(member.id(), Json.mapper().createObjectNode());
      rows.add(row.put(BulkWrite.ID, member.id().toString()).put("version", member.version()));
    }
    List<RowOutcome> outcomes =
        transaction.write(new BulkWrite(object.name(), BulkWrite.Mode.UPDATE, BulkWrite.ID, rows));
    List<ImportLine> lines = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof RowOutcome.Refused(List<Issue> issues)
          && issues.stream().noneMatch(issue -> issue.code() == RecordError.RECORD_NOT_FOUND)) {
        lines.add(
            line(
                lines.size(),
                object,
                members.get(i).id(),
                issues.stream()
                    .map(issue -> Note.of(issue.subject(), "", issue))
                    .toArray(Note[]::new)));
      }
    }
    return lines;
  }

  /// The values that the fields had before the import changed them.
  private Map<UUID, ObjectNode> before(
      RecordTransaction transaction, ObjectModel object, List<Member> members) {
    List<Past> past =
        transaction
            .connection()
            .query(
                HistoryRenderer.between(
                    hold.tenant(),
                    object,
                    members.stream().map(Member::id).toList(),
                    members.stream().map(Member::baseVersion).toList(),
                    members.stream().map(Member::version).toList()),
                HistoryRenderer::readPast);
    Map<UUID, ObjectNode> values = new LinkedHashMap<>();
    for (Past change : past) {
      ObjectNode row = values.computeIfAbsent(change.id(), _ -> Json.mapper().createObjectNode());
      for (Map.Entry<String, JsonNode> pair : Json.read(change.changes()).properties()) {
        FieldModel field = StoredJson.field(object, pair.getKey());
        if (field != null
            && !field.system()
            && !field.field().readOnly().isAlways()
            && !row.has(field.name())) {
          @Nullable Object old =
              StoredJson.read(
                  field, pair.getValue().get(0), transaction.snapshot(), hold.tenant().currency());
          row.set(field.name(), InputJson.of(field, old));
        }
      }
    }
    return values;
  }

  private ImportLine line(int place, ObjectModel object, UUID id, Note... notes) {
    return new ImportLine(
        kept + place + 1,
        ImportLine.Kind.KEPT,
        List.of(object.name(), id.toString()),
        List.of(notes));
  }
}
