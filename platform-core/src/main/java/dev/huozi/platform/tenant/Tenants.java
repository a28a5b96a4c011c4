package dev.huozi.platform.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tenants of the installation. A tenant that is handed out has its schema at the version of
/// this program.
public interface Tenants {
  /// Makes a tenant: its roles, its schema, the platform's tables in it. Called again after a crash
  /// it goes on where it was; `TENANT_CODE_TAKEN` when the tenant is complete already.
  Tenant create(NewTenant wanted);

  /// The tenant of that code, or null when there is none or it is suspended.
  @Nullable Tenant find(String code);

  /// The tenant of that id, or null when there is none or it is suspended.
  @Nullable Tenant find(long id);

  /// All tenants that are not suspended, in order of code.
  List<Tenant> list();

  /// Suspends a tenant or takes it back: its sessions are refused with their next request.
  void setActive(long id, boolean active);
}
