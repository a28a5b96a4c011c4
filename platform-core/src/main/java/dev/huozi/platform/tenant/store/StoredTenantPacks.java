package dev.huozi.platform.tenant.store;

import dev.huozi.platform.store.ControlStore;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.TenantPacks;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rows of `huozi.tenant_pack`.
public final class StoredTenantPacks implements TenantPacks {
  private final ControlStore store;

  public StoredTenantPacks(ControlStore store) {
    this.store = store;
  }

  @Override
  public SortedMap<String, String> of(Tenant tenant) {
    SortedMap<String, String> versions = new TreeMap<>();
    store
        .inTransaction(
            "list packs",
            session ->
                session
                    .createSelectionQuery(
                        "from PackEntity where key.tenantId = :tenant", PackEntity.class)
                    .setParameter("tenant", tenant.id())
                    .getResultList())
        .forEach(entity -> versions.put(entity.key.pack(), entity.version));
    return versions;
  }

  @Override
  public void put(Tenant tenant, String pack, String version) {
    PackEntity entity = new PackEntity();
    entity.key = new PackEntity.Key(tenant.id(), pack);
    entity.version = version;
    store.inTransaction("note a pack", session -> session.merge(entity));
  }

  @Override
  public void remove(Tenant tenant, String pack) {
    store.inTransaction(
        "forget a pack",
        session ->
            session
                .createMutationQuery(
                    "delete from PackEntity where key.tenantId = :tenant and key.pack = :pack")
                .setParameter("tenant", tenant.id())
                .setParameter("pack", pack)
                .executeUpdate());
  }
}
