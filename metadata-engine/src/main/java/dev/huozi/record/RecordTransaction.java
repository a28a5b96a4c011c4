package dev.huozi.record;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.database.Transaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Several writes that are committed together, under one version of the model.
public interface RecordTransaction {
  /// The model that all of it is written under.
  MetadataSnapshot snapshot();

  /// The outcomes, in the order of the rows. Nothing of it is there yet for others.
  List<RowOutcome> write(BulkWrite write);

  /// One record, as `RecordService.execute` does it.
  RecordView execute(RecordCommand command);

  /// Deletes records that are still at the versions given and that nothing else belongs to or
  /// refers to. The answer holds the present version of those that were changed since; they stay.
  /// Records that are gone already are no obstacle.
  ///
  /// @throws dev.huozi.platform.problem.ProblemException `RECORD_DELETE_RESTRICTED` when something
  ///   refers to one of them: nothing is deleted then
  Map<UUID, Integer> deleteUnused(String object, Map<UUID, Integer> versions);

  /// For rows of the house's own tables that must be committed with the records.
  Transaction connection();
}
