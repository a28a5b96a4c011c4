package dev.huozi.metadata.store;

import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotCompiler;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps the newest snapshot of each tenant that was asked for. A request names the version that it
/// has to have at least, so nothing depends on hearing of a publication in time. One load per
/// tenant at a time; the others wait for it.
@Singleton
public final class DefaultSnapshotRegistry implements SnapshotRegistry {
  private final TenantDatabase database;
  private final CatalogueReader reader;
  private final Map<Long, Slot> slots = new ConcurrentHashMap<>();

  public DefaultSnapshotRegistry(TenantDatabase database, MetadataKinds kinds) {
    this.database = database;
    this.reader = new CatalogueReader(kinds);
  }

  private static final class Slot {
    final ReentrantLock loading = new ReentrantLock();
    volatile @Nullable MetadataSnapshot newest;

    @Nullable MetadataSnapshot atLeast(long version) {
      MetadataSnapshot snapshot = newest;
      return snapshot != null && snapshot.version() >= version ? snapshot : null;
    }
  }

  @Override
  public MetadataSnapshot current(RequestContext context) {
    return current(context.tenant(), context.metadataVersion());
  }

  @Override
  public MetadataSnapshot current(Tenant tenant, long minimumVersion) {
    Slot slot = slots.computeIfAbsent(tenant.id(), _ -> new Slot());
    MetadataSnapshot known = slot.atLeast(minimumVersion);
    return known == null ? load(tenant, minimumVersion, slot) : known;
  }

  private MetadataSnapshot load(Tenant tenant, long minimumVersion, Slot slot) {
    slot.loading.lock();
    try {
      MetadataSnapshot known = slot.atLeast(minimumVersion);
      if (known != null) {
        return known;
      }
      MetadataSnapshot loaded = compile(tenant);
      if (loaded.version() < minimumVersion) {
        throw new IllegalStateException(
            "Tenant (%s) is at metadata version (%d), but version (%d) was asked for."
                .formatted(tenant.code(), loaded.version(), minimumVersion));
      }
      slot.newest = loaded;
      return loaded;
    } finally {
      slot.loading.unlock();
    }
  }

  @Override
  public void published(Tenant tenant, MetadataSnapshot snapshot) {
    Slot slot = slots.computeIfAbsent(tenant.id(), _ -> new Slot());
    slot.loading.lock();
    try {
      if (slot.atLeast(snapshot.version()) == null) {
        slot.newest = snapshot;
      }
    } finally {
      slot.loading.unlock();
    }
  }

  private MetadataSnapshot compile(Tenant tenant) {
    Catalogue catalogue = reader.read(database.reading(tenant), tenant);
    return SnapshotCompiler.compile(
        tenant.schema(), catalogue.version(), catalogue.model(), catalogue.physical());
  }

  /// Loads in advance what a message from another node tells: `<tenant id>:<version>`. Tenants that
  /// nobody has asked for on this node are left alone.
  void hint(Tenant tenant, long version) {
    if (slots.containsKey(tenant.id())) {
      current(tenant, version);
    }
  }

  boolean knows(long tenantId) {
    return slots.containsKey(tenantId);
  }
}
