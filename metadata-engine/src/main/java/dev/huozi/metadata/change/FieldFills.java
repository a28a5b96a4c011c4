package dev.huozi.metadata.change;

import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Fills columns whose values are computed, in tables that hold rows already. They may follow a
/// publication: new and changed records get their values from it on anyway.
public interface FieldFills {
  /// The steps for what is new or changed, for the plan.
  List<DdlStatement> wanted(
      Tenant tenant, MetadataSnapshot before, MetadataSnapshot after, TableFacts facts);

  /// Whether a step that was left for later is one of these.
  boolean isFill(DdlStatement.Later task);

  /// Fills the columns of a table, some thousand rows at a time. What was filled before is found to
  /// be right and not written again.
  ///
  /// @param statements each for itself, outside a transaction
  /// @param current whether the model still is the one of the snapshot
  /// @return false when it is not
  boolean fill(
      Tenant tenant,
      MetadataSnapshot snapshot,
      DdlStatement.Later task,
      Transaction statements,
      BooleanSupplier current);
}
