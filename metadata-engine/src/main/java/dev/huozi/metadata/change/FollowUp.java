package dev.huozi.metadata.change;

import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.SchemaPlanner;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.CatalogueReader;
import dev.huozi.metadata.store.SchemaTasks;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import org.jboss.logging.Logger;

/// Does what publications left for later: builds indexes on existing tables and validates new keys,
/// each in a transaction of its own that also takes the task off the list. Whatever was interrupted
/// is found there and done the next time.
public final class FollowUp {
  private static final Logger LOG = Logger.getLogger(FollowUp.class);

  private final TenantDatabase database;
  private final CatalogueReader reader;

  FollowUp(TenantDatabase database, CatalogueReader reader) {
    this.database = database;
    this.reader = reader;
  }

  void run(Tenant tenant) {
    ReadSession session = database.reading(tenant);
    List<DdlStatement.Later> tasks = SchemaTasks.read(session, tenant);
    if (tasks.isEmpty()) {
      return;
    }
    Catalogue catalogue = reader.read(session, tenant);
    SchemaPlanner planner =
        new SchemaPlanner(tenant.schema(), tenant.sortCollation(), TableFacts.NO_ROWS);
    SchemaPlanner.State present = new SchemaPlanner.State(catalogue.model(), catalogue.physical());
    for (DdlStatement.Later task : tasks) {
      run(tenant, task, planner.remaining(present, List.of(task)));
    }
  }

  private void run(Tenant tenant, DdlStatement.Later task, List<DdlStatement> statements) {
    try {
      database.inOwnerTransaction(
          tenant,
          transaction -> {
            boolean taken = SchemaTasks.take(transaction, tenant, task);
            if (taken) {
              statements.forEach(statement -> transaction.execute(statement.sql()));
            }
            return taken;
          });
    } catch (ProblemException problem) {
      LOG.warnf(
          "Schema step stays undone until the next publication: tenant=%s name=%s code=%s",
          tenant.code(), task.name(), problem.code().name());
    }
  }
}
