package dev.huozi.platform.dump;

import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a tenant has beside the fixed tables, made by who knows the tenant's model.
public interface TenantStructure {
  /// Makes the tables that the fixed tables, which are filled by now, ask for. Nothing that slows
  /// the filling down.
  ///
  /// @param filled the columns of the tables that will be filled
  void tables(
      Transaction transaction, Tenant tenant, Map<SqlIdentifier, Set<SqlIdentifier>> filled);

  /// Makes keys and indexes of what is filled, and puts in order what is different in a copy.
  ///
  /// @param accounts the new account by the account of the original
  void keys(Transaction transaction, Tenant tenant, Map<UUID, UUID> accounts);
}
