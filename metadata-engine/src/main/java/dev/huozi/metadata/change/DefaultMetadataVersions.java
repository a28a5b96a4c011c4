package dev.huozi.metadata.change;

import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.VersionEntry;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.metadata.store.CatalogueHistory;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.TenantPacks;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the histories of the catalogue and publishes a former state as a new version.
@Singleton
public final class DefaultMetadataVersions implements MetadataVersions {
  private final TenantDatabase database;
  private final MetadataKinds kinds;
  private final DefaultMetadataPublisher publisher;
  private final TenantPacks packs;

  public DefaultMetadataVersions(
      TenantDatabase database,
      MetadataKinds kinds,
      DefaultMetadataPublisher publisher,
      TenantPacks packs) {
    this.database = database;
    this.kinds = kinds;
    this.publisher = publisher;
    this.packs = packs;
  }

  @Override
  public List<VersionEntry> list(RequestContext context, @Nullable Long before, int limit) {
    DefaultMetadataPublisher.requireAdministrator(context.principal());
    return history(context).list(before == null ? Long.MAX_VALUE : before, limit);
  }

  @Override
  public VersionEntry get(RequestContext context, long version) {
    List<VersionEntry> found = list(context, version + 1, 1);
    if (found.isEmpty() || found.getFirst().version() != version) {
      throw new ProblemException(
          MetadataError.METADATA_VERSION_UNKNOWN, "version", Long.toString(version));
    }
    return found.getFirst();
  }

  @Override
  public List<PlannedItem> diff(RequestContext context, long from, long to) {
    get(context, from);
    get(context, to);
    Catalogue before = history(context).at(from, 0);
    Catalogue after = history(context).at(to, 0);
    List<PlannedItem> items =
        new ArrayList<>(ModelDiff.components(kinds, before.model(), after.model()));
    items.addAll(ModelDiff.packs(before.packs(), after.packs()));
    return items;
  }

  @Override
  public DeployPlan planRollback(RequestContext context, long to) {
    return prepare(context, to).plan();
  }

  @Override
  public long rollback(RequestContext context, long to, Approval approval, String reason) {
    Publication publication = prepare(context, to);
    long version = publisher.publish(context, publication, reason, approval);
    note(context, publication.before().packs(), publication.packs());
    return version;
  }

  /// The list of packs of the control plane follows.
  private void note(
      RequestContext context, Map<String, InstalledPack> before, Map<String, InstalledPack> after) {
    after.forEach((pack, installed) -> {
      InstalledPack old = before.get(pack);
      if (old == null || !old.version().equals(installed.version())) {
        packs.put(context.tenant(), pack, installed.version());
      }
    });
    before.keySet().stream()
        .filter(pack -> !after.containsKey(pack))
        .forEach(pack -> packs.remove(context.tenant(), pack));
  }

  private Publication prepare(RequestContext context, long to) {
    get(context, to);
    Catalogue now = publisher.catalogue(context);
    Catalogue then = history(context).at(to, now.physical().next());
    return publisher.planner(context).restore(now, SystemParts.kept(kinds, now, then));
  }

  private CatalogueHistory history(RequestContext context) {
    return new CatalogueHistory(kinds, database.reading(context.tenant()), context.tenant());
  }
}
