package dev.huozi.record;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.database.Transaction;
import java.util.List;

/// Several writes that are committed together, under one version of the model.
public interface RecordTransaction {
  /// The model that all of it is written under.
  MetadataSnapshot snapshot();

  /// The outcomes, in the order of the rows. Nothing of it is there yet for others.
  List<RowOutcome> write(BulkWrite write);

  /// One record, as `RecordService.execute` does it.
  RecordView execute(RecordCommand command);

  /// For rows of the house's own tables that must be committed with the records.
  Transaction connection();
}
