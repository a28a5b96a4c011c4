package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlFragment;
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

  /// Statements under the owner role, each for itself: for what PostgreSQL does in no transaction,
  /// such as building an index while others write. Session locks that `work` takes end with it.
  <T> T outsideTransaction(Tenant tenant, Function<Transaction, T> work);

  /// Runs `work`, which opens transactions of its own, while another session holds the lock that
  /// the statement `lock` takes: it outlives those transactions, but not this node. `work` gets
  /// that session. A conflict of the kind `LOCKED` when somebody else holds the lock.
  <T> T whileHolding(Tenant tenant, SqlFragment lock, Function<Transaction, T> work);

  /// Reading outside a transaction.
  ReadSession reading(Tenant tenant);
}
