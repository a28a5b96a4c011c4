package dev.huozi.metadata.change;

import dev.huozi.metadata.schema.Shadow;
import dev.huozi.metadata.schema.StoredTableFacts;
import dev.huozi.metadata.store.WorkSigns;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the new values of changed types ready beside the old ones, a few thousand rows at a time,
/// while everybody works on. Nobody sees them before the publication; when that does not come about
/// they go again.
final class Backfill {
  private final TenantDatabase database;
  private final Tenant tenant;

  Backfill(TenantDatabase database, Tenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /// Runs the publication with the new values ready. Nobody else works with such columns of the
  /// tenant meanwhile.
  <T> T around(List<Shadow> shadows, Supplier<T> publication) {
    return shadows.isEmpty()
        ? publication.get()
        : database.whileHolding(
            tenant,
            Shadow.lock(tenant),
            session -> prepareAndPublish(shadows, session, publication));
  }

  private <T> T prepareAndPublish(
      List<Shadow> shadows, Transaction session, Supplier<T> publication) {
    try {
      shadows.forEach(shadow -> prepare(shadow, session));
      WorkSigns.clear(session);
      return publication.get();
    } catch (RuntimeException e) {
      try {
        shadows.forEach(shadow -> drop(shadow.drop()));
      } catch (RuntimeException again) {
        e.addSuppressed(again); // clear() comes by later
      }
      throw e;
    }
  }

  /// Takes away what nodes left that died at it.
  void clear() {
    if (Shadow.present(database.reading(tenant), tenant).isEmpty()) {
      return;
    }
    database.whileHolding(
        tenant,
        Shadow.lock(tenant),
        _ -> {
          List<Shadow.Left> all = Shadow.present(database.reading(tenant), tenant);
          all.forEach(left -> drop(Shadow.drop(tenant, left)));
          return all.size();
        });
  }

  private void drop(SqlFragment statement) {
    database.inOwnerTransaction(tenant, transaction -> transaction.execute(statement));
  }

  /// @param session tells how far it is
  private void prepare(Shadow shadow, Transaction session) {
    long rows =
        new StoredTableFacts(database.reading(tenant), tenant.schema())
            .estimate(shadow.table())
            .rows();
    database.inOwnerTransaction(
        tenant,
        transaction -> {
          transaction.execute(shadow.drop()); // of a publication that was interrupted
          return transaction.execute(shadow.add());
        });
    long done = 0;
    Batch batch = new Batch(0, null);
    do {
      WorkSigns.inSession(session, tenant, WorkSigns.Step.FILL, done, rows, shadow.table());
      batch = fill(shadow, batch.last());
      done += batch.rows();
    } while (batch.last() != null);
  }

  /// @param last the last row that was done, null when there was none left
  private record Batch(int rows, @Nullable UUID last) {}

  private Batch fill(Shadow shadow, @Nullable UUID after) {
    return database.inOwnerTransaction(
        tenant,
        transaction -> {
          UUID last = transaction.queryOne(shadow.next(after), row -> row.uuid(0));
          return new Batch(last == null ? 0 : transaction.execute(shadow.fill(after, last)), last);
        });
  }
}
