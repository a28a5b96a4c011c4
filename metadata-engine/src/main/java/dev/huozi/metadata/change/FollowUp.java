package dev.huozi.metadata.change;

import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.MetadataFence;
import dev.huozi.metadata.schema.SchemaPlanner;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotCompiler;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.CatalogueReader;
import dev.huozi.metadata.store.SchemaTasks;
import dev.huozi.metadata.store.WorkSigns;
import dev.huozi.platform.database.DatabaseFailure;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import org.jboss.logging.Logger;

/// Does what publications left for later: builds indexes on existing tables and validates new keys
/// while everybody reads and writes. A task is taken off the list when it is done, so whatever was
/// interrupted is found there and done the next time; an index that was left half built goes first.
final class FollowUp {
  private static final Logger LOG = Logger.getLogger(FollowUp.class);

  private static final int ATTEMPTS = 3;

  private final TenantDatabase database;
  private final CatalogueReader reader;
  private final FieldFills fills;

  FollowUp(TenantDatabase database, CatalogueReader reader, FieldFills fills) {
    this.fills = fills;
    this.database = database;
    this.reader = reader;
  }

  /// Everything that nodes left when they died.
  void clear(Tenant tenant) {
    try {
      new Backfill(database, tenant).clear();
    } catch (ProblemException | DatabaseFailure e) {
      LOG.debugf(e, "Columns beside are in use: tenant=%s", tenant.code());
    }
    run(tenant);
  }

  void run(Tenant tenant) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS && !isDone(tenant); attempt++) {
        // The model has changed in between: look again.
      }
    } catch (ProblemException | DatabaseFailure e) {
      LOG.warnf(e, "Schema steps are put off: tenant=%s", tenant.code());
    }
  }

  private boolean isDone(Tenant tenant) {
    ReadSession session = database.reading(tenant);
    List<DdlStatement.Later> tasks = SchemaTasks.read(session, tenant);
    if (tasks.isEmpty()) {
      return true;
    }
    Catalogue catalogue = reader.read(session, tenant);
    SchemaPlanner planner =
        new SchemaPlanner(tenant.schema(), tenant.sortCollation(), TableFacts.NO_ROWS);
    SchemaPlanner.State present = new SchemaPlanner.State(catalogue.model(), catalogue.physical());
    return database.outsideTransaction(
        tenant,
        statements -> {
          if (!SchemaTasks.begin(statements, tenant)) {
            return true; // another node is at it
          }
          if (MetadataFence.version(statements, tenant) != catalogue.version()) {
            return false;
          }
          for (int i = 0; i < tasks.size(); i++) {
            DdlStatement.Later task = tasks.get(i);
            WorkSigns.inSession(
                statements, tenant, WorkSigns.Step.LATER, i + 1, tasks.size(), task.table());
            if (fills.isFill(task)) {
              if (!fill(tenant, catalogue, statements, task)) {
                return false;
              }
            } else {
              run(tenant, statements, task, planner.remaining(present, List.of(task)));
            }
          }
          return true;
        });
  }

  /// False when the model has changed in between.
  private boolean fill(
      Tenant tenant, Catalogue catalogue, Transaction statements, DdlStatement.Later task) {
    MetadataSnapshot snapshot =
        SnapshotCompiler.compile(
            tenant.schema(), catalogue.version(), catalogue.model(), catalogue.physical());
    try {
      boolean done =
          fills.fill(
              tenant,
              snapshot,
              task,
              statements,
              () -> MetadataFence.version(statements, tenant) == catalogue.version());
      if (done) {
        SchemaTasks.take(statements, tenant, task);
      }
      return done;
    } catch (ProblemException | DatabaseFailure e) {
      LOG.warnf("Schema step is put off: tenant=%s name=%s", tenant.code(), task.name());
      SchemaTasks.failed(statements, tenant, task, String.valueOf(e.getMessage()));
      return true;
    }
  }

  private static void run(
      Tenant tenant,
      Transaction statements,
      DdlStatement.Later task,
      List<DdlStatement> remaining) {
    try {
      Boolean usable = SchemaTasks.index(statements, tenant, task.name());
      if (Boolean.FALSE.equals(usable)) {
        SchemaTasks.dropIndex(statements, tenant, task.name());
      }
      if (!Boolean.TRUE.equals(usable)) {
        remaining.forEach(statement -> statements.execute(statement.sql()));
      }
      SchemaTasks.take(statements, tenant, task);
    } catch (ProblemException | DatabaseFailure e) {
      LOG.warnf("Schema step is put off: tenant=%s name=%s", tenant.code(), task.name());
      SchemaTasks.failed(statements, tenant, task, String.valueOf(e.getMessage()));
    }
  }
}
