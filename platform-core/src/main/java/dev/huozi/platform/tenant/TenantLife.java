package dev.huozi.platform.tenant;

import dev.huozi.platform.dump.DumpManifest.DumpedAccount;
import dev.huozi.platform.dump.DumpManifest.PackVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How tenants come out of other ones, and how they end. Until a copy is opened nobody sees it;
/// from the moment a deletion begins nobody sees the tenant.
public interface TenantLife {
  /// Where a tenant is in its life.
  enum State {
    CREATING,
    ACTIVE,
    SUSPENDED,
    COPYING,
    DELETING
  }

  /// A tenant in whatever state.
  ///
  /// @param copiedVersion the metadata version that a copy began with, or null
  /// @param schemaVersion what its fixed tables are like, or null where they are not complete
  record Known(
      Tenant tenant,
      State state,
      Instant createdAt,
      @Nullable Long copiedVersion,
      @Nullable String schemaVersion) {}

  /// Makes roles, schema and fixed tables of a tenant that is to be filled; `TENANT_CODE_TAKEN`
  /// when the code is in use.
  ///
  /// @param origin code of the tenant that it is a sandbox of, or null
  Tenant beginCopy(NewTenant wanted, @Nullable String origin);

  /// Opens a copy that is filled: its accounts, its version, its packs, all at once.
  ///
  /// @param accounts the new account by the account of the original
  void open(
      Tenant copy,
      long metadataVersion,
      List<DumpedAccount> logins,
      Map<UUID, UUID> accounts,
      List<PackVersion> packs);

  /// The logins of a tenant, with what they need to go on as before in a copy.
  List<DumpedAccount> logins(Tenant tenant);

  /// The entries of a tenant in the list of packs.
  List<PackVersion> packs(Tenant tenant);

  /// Stands for the fixed tables that this program gives a tenant.
  String schemaVersion();

  /// The tenant of that code in whatever state, or null.
  @Nullable Known find(String code);

  /// The tenant of that code, at work or suspended, with its fixed tables up to date; `NOT_FOUND`
  /// when there is none.
  Tenant whole(String code);

  /// All tenants in order of code.
  List<Known> list();

  /// The sandboxes of a tenant in order of age.
  List<Known> sandboxes(String origin);

  /// Removes a copy that will not be opened.
  void abandon(Tenant copy);

  /// Ends a tenant: no session works from here on, then its schema, roles and accounts go. May be
  /// called again after a crash. Its sandboxes go first.
  void delete(String code);
}
