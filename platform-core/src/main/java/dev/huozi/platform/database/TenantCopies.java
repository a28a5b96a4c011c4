package dev.huozi.platform.database;

import dev.huozi.platform.tenant.Tenant;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Whole tenants out of the database and into it, by COPY. For the maker of dumps and sandboxes:
/// everybody else reads and writes through `TenantDatabase`. Few copies run at a time, the others
/// wait, as each holds connections for long.
public interface TenantCopies {
  /// Runs `work` on a view of the tenant at one moment, under the owner role, read only. No table
  /// changes its structure until it returns.
  <T> T reading(Tenant tenant, Function<TenantView, T> work);

  /// Runs `work` in one transaction under the owner role, without a limit of time: commits when it
  /// returns, rolls back when it throws.
  <T> T loading(Tenant tenant, Function<TenantLoad, T> work);

  /// Both at once, from one tenant to another.
  <T> T piping(Tenant from, Tenant to, BiFunction<TenantView, TenantLoad, T> work);
}
