package dev.huozi.platform.identity;

import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The accounts of a tenant. Whoever calls has checked that the caller may administer it.
public interface Accounts {
  /// Makes an account; the problem says when the user name is taken or the password too weak.
  Account create(Tenant tenant, NewAccount wanted);

  /// All accounts in order of user name.
  List<Account> list(Tenant tenant);

  @Nullable Account find(Tenant tenant, UUID accountId);

  /// Changes an account; `NOT_FOUND` when the tenant has none of that id. A new password or a
  /// suspension ends its sessions with their next request. The last active administrator stays one.
  Account change(Tenant tenant, UUID accountId, AccountChange change);
}
