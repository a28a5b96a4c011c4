package dev.huozi.record.load.job;

import dev.huozi.record.load.job.ImportLine.Note;
import dev.huozi.record.sql.ImportRowRenderer.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What one chunk of rows came to. Filled while it is written.
final class ChunkResult {
  /// By place of the row in the chunk.
  private final Map<Integer, List<Note>> refused = new LinkedHashMap<>();

  private final Map<Integer, List<Note>> conflicts = new LinkedHashMap<>();
  private final Map<String, ImportJob.Count> counts = new LinkedHashMap<>();
  private final Map<UUID, Member> members = new LinkedHashMap<>();
  private boolean halfWritten;

  Map<Integer, List<Note>> refused() {
    return refused;
  }

  Map<Integer, List<Note>> conflicts() {
    return conflicts;
  }

  Map<String, ImportJob.Count> counts() {
    return counts;
  }

  List<Member> members() {
    return List.copyOf(members.values());
  }

  boolean hasMember(UUID record) {
    return members.containsKey(record);
  }

  /// True when a refused row has been written to a target already.
  boolean isHalfWritten() {
    return halfWritten;
  }

  void refuse(int row, List<Note> notes, boolean written) {
    refused.putIfAbsent(row, notes);
    halfWritten |= written;
  }

  void conflict(int row, List<Note> notes) {
    conflicts.merge(
        row,
        notes,
        (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream()).toList());
  }

  void count(String object, long created, long updated, long unchanged) {
    counts.merge(object, new ImportJob.Count(created, updated, unchanged), ImportJob.Count::plus);
  }

  void member(UUID id, long object, int baseVersion, int version) {
    members.merge(
        id,
        new Member(id, object, baseVersion, version),
        (one, other) ->
            new Member(
                id,
                object,
                Math.min(one.baseVersion(), other.baseVersion()),
                Math.max(one.version(), other.version())));
  }
}
