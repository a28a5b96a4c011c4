package dev.huozi.record.load.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.RecordService;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.query.NameResolver;
import dev.huozi.record.sql.ImportJobRenderer;
import dev.huozi.record.sql.ImportRowRenderer;
import dev.huozi.record.sql.ImportRowRenderer.Member;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Batches: records that a program creates over the API and that can be taken back together, as
/// those of an imported file. Demo data is one. A batch stands in the list of imports, and taking
/// it back is `Imports.undo`.
@Singleton
public final class Batches {
  private final TenantDatabase database;
  private final RecordService records;
  private final Imports imports;

  public Batches(TenantDatabase database, RecordService records, Imports imports) {
    this.database = database;
    this.records = records;
    this.imports = imports;
  }

  /// Opens a batch. It stays open until it is taken back or forgotten.
  ///
  /// @param name as it is shown
  public ImportJob open(RequestContext context, String name) {
    String shown = Imports.checkedName(name);
    Tenant tenant = context.tenant();
    UUID id = RecordIds.next();
    database.inTransaction(
        tenant,
        transaction ->
            transaction.execute(
                ImportJobRenderer.insertBatch(
                    tenant,
                    id,
                    shown,
                    context.now().truncatedTo(ChronoUnit.MICROS),
                    context.principal().accountId(),
                    context.principal().name(),
                    context.locale().toLanguageTag())));
    return imports.find(context, id);
  }

  /// New records, all or none, noted in the batch: their ids, in the order of the values.
  ///
  /// @throws ProblemException `LOAD_NOT_FOUND` for a batch that is not there or somebody else's,
  ///   `LOAD_STATE` when it is no open batch
  public List<UUID> createAll(
      RequestContext context, UUID batch, String object, List<ObjectNode> values) {
    ImportJob job = imports.find(context, batch);
    Tenant tenant = context.tenant();
    return records.transact(
        context,
        transaction -> {
          ObjectModel model = new NameResolver(transaction.snapshot()).object(object);
          List<UUID> ids = transaction.createAll(model.name(), values);
          int open =
              transaction
                  .connection()
                  .execute(ImportJobRenderer.addToBatch(tenant, batch, model.name(), ids.size()));
          if (open == 0) {
            throw new ProblemException(LoadError.LOAD_STATE, "state", job.state().code());
          }
          transaction
              .connection()
              .execute(
                  ImportRowRenderer.insertMembers(
                      tenant,
                      batch,
                      ids.stream().map(id -> new Member(id, model.id(), 0, 1)).toList()));
          return ids;
        });
  }
}
