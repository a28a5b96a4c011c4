package dev.huozi.record;

import dev.huozi.platform.tenant.RequestContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Records, for every door: API, pages, import, automation. Thin: reads go through `QueryAnalyzer`,
/// writes through `WritePipeline`.
public interface RecordService {
  /// @throws dev.huozi.platform.problem.ProblemException `RECORD_NOT_FOUND` for a missing record
  ///   and for a foreign one alike
  RecordView get(RequestContext context, String object, UUID id, List<String> fields);

  RecordPage list(RequestContext context, ListQuery query);

  /// The records that a reference with a filter may point at.
  List<RecordView> candidates(RequestContext context, CandidateQuery query);

  /// Counts and sums by groups, over the records that the principal may read.
  RecordSummary summary(RequestContext context, SummaryQuery query);

  /// Reads a list from beginning to end, in its order, without holding anything in between.
  void each(RequestContext context, ListQuery query, Consumer<RecordView> reader);

  /// Runs a create or update and returns the record as it is now; for a delete, as it was.
  RecordView execute(RequestContext context, RecordCommand command);

  /// What the rules say of a record that somebody is still writing.
  DraftView draft(RequestContext context, DraftRequest request);

  /// Which of these conditions hold for a stored record, for what is shown of it.
  Set<String> holding(RequestContext context, RecordView record, Collection<String> conditions);

  /// Several writes, also to several objects, committed together; nothing of them when `work`
  /// throws. `work` may run several times, as it does when others publish or get in the way; only
  /// one of its runs is kept.
  <T> T transact(RequestContext context, Function<RecordTransaction, T> work);

  /// Creates many records of one object in one transaction, in order. All or nothing.
  List<UUID> createAll(
      RequestContext context,
      String object,
      List<com.fasterxml.jackson.databind.node.ObjectNode> values);

  /// The record's changes, newest first.
  List<Change> history(RequestContext context, String object, UUID id, int limit);

  /// One change: who, when, and for each field that the reader may see the old and the new value. A
  /// creation has no fields: what a record began with is what it holds less its later changes.
  ///
  /// @param by null when the system itself wrote
  /// @param byName null when the person is gone
  /// @param operation `create`, `update`, `delete`, or `clear` where a lookup was emptied because
  ///   its target was deleted
  record Change(
      Instant at,
      @Nullable UUID by,
      @Nullable String byName,
      String operation,
      Map<String, OldNew> fields) {}

  /// Values in the shapes of `RecordView.values`; blank is null.
  record OldNew(@Nullable Object before, @Nullable Object after) {}
}
