package dev.huozi.metadata.snapshot;

import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;

/// Hands out snapshots, loading and compiling each tenant version once per node.
public interface SnapshotRegistry {
  /// The snapshot for a request: at least as new as `context.metadataVersion()`.
  MetadataSnapshot current(RequestContext context);

  /// The newest published snapshot, read from the catalogue when the cached one is older than
  /// `minimumVersion`.
  MetadataSnapshot current(Tenant tenant, long minimumVersion);

  /// Takes the snapshot of a publication that this node has just committed, so that nobody has to
  /// read it.
  void published(Tenant tenant, MetadataSnapshot snapshot);
}
