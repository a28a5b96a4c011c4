package dev.huozi.platform.database;

import dev.huozi.platform.tenant.Tenant;
import java.util.function.Function;

/// The only way to a tenant's rows. Every connection it hands out runs under the role of that one
/// tenant, so that the database itself refuses a foreign row (SQLSTATE 42501). All tables are
/// schema-qualified by whoever makes the SQL.
public interface TenantDatabase {

  /// Runs `work` in one transaction under the runtime role: commits when it returns, rolls back
  /// when it throws. Opening a second one on the same thread is a programming mistake and refused.
  <T> T inTransaction(Tenant tenant, Function<Transaction, T> work);

  /// The same under the owner role, for DDL, with `lock_timeout` 100 ms and retries of the whole
  /// work when a lock was not to be had. `work` may run several times.
  <T> T inOwnerTransaction(Tenant tenant, Function<Transaction, T> work);

  /// Reading outside a transaction.
  ReadSession reading(Tenant tenant);
}
