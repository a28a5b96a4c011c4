package dev.huozi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.problem.Issue;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Several writes that are committed together, under one version of the model.
public interface RecordTransaction {
  /// The model that all of it is written under.
  MetadataSnapshot snapshot();

  /// The outcomes, in the order of the rows. Nothing of it is there yet for others.
  List<RowOutcome> write(BulkWrite write);

  /// New records, all or none, as `RecordService.createAll` makes them: their ids, in the order of
  /// the values.
  List<UUID> createAll(String object, List<ObjectNode> values);

  /// One record, as `RecordService.execute` does it.
  RecordView execute(RecordCommand command);

  /// Deletes records that are still at the versions given and that nothing else belongs to or
  /// refers to. The answer holds the present version of those that were changed since; they stay.
  /// Records that are gone already are no obstacle.
  ///
  /// @throws dev.huozi.platform.problem.ProblemException `RECORD_DELETE_RESTRICTED` when something
  ///   refers to one of them: nothing is deleted then
  Map<UUID, Integer> deleteUnused(String object, Map<UUID, Integer> versions);

  /// What rules warned of in the last write, by the place of the row; nothing for refused rows.
  Map<Integer, List<Issue>> warnings();

  /// For rows of the house's own tables that must be committed with the records.
  Transaction connection();
}
