package dev.huozi.metadata.change;

import dev.huozi.metadata.schema.Shadow;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  void prepare(List<Shadow> shadows) {
    for (Shadow shadow : shadows) {
      database.inOwnerTransaction(
          tenant,
          transaction -> {
            transaction.execute(shadow.drop()); // of a publication that was interrupted
            return transaction.execute(shadow.add());
          });
      UUID last = fill(shadow, null);
      while (last != null) {
        last = fill(shadow, last);
      }
    }
  }

  /// Returns the last row that was done, null when there is none left.
  private @Nullable UUID fill(Shadow shadow, @Nullable UUID after) {
    return database
        .inOwnerTransaction(
            tenant,
            transaction -> {
              UUID last = transaction.queryOne(shadow.next(after), row -> row.uuid(0));
              if (last != null) {
                transaction.execute(shadow.fill(after, last));
              }
              return Optional.ofNullable(last);
            })
        .orElse(null);
  }

  void discard(List<Shadow> shadows) {
    for (Shadow shadow : shadows) {
      database.inOwnerTransaction(tenant, transaction -> transaction.execute(shadow.drop()));
    }
  }
}
