package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.DefaultMetadataPublisher;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PackRelease;
import dev.huozi.metadata.change.Publication;
import dev.huozi.metadata.merge.MergeOutcome;
import dev.huozi.metadata.merge.ThreeWayMerge;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.TenantPacks;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a pack into one change list over what the tenant has. What the tenant changed itself since
/// the pack was installed stays: three-way merge per property.
@Singleton
public final class DefaultPackDeployer implements PackDeployer {
  private static final int ATTEMPTS = 5;

  private final DefaultMetadataPublisher publisher;
  private final MetadataKinds kinds;
  private final TenantPacks packs;

  public DefaultPackDeployer(
      DefaultMetadataPublisher publisher, MetadataKinds kinds, TenantPacks packs) {
    this.publisher = publisher;
    this.kinds = kinds;
    this.packs = packs;
  }

  @Override
  public DeployPlan plan(RequestContext context, Pack pack) {
    return prepare(context, pack).plan();
  }

  @Override
  public long apply(RequestContext context, Pack pack) {
    for (int attempt = 1; ; attempt++) {
      Publication publication = prepare(context, pack);
      try {
        long version = publisher.publish(context, publication, reason(pack));
        packs.put(context.tenant(), pack.manifest().id(), pack.manifest().version());
        return version;
      } catch (ProblemException problem) {
        // Somebody else published in between: the pack is planned again over that.
        if (problem.code() != MetadataError.METADATA_STALE || attempt == ATTEMPTS) {
          throw problem;
        }
      }
    }
  }

  @Override
  public Pack installed(RequestContext context, String pack) {
    Catalogue catalogue = publisher.catalogue(context);
    InstalledPack installed = catalogue.packs().get(pack);
    PackManifest manifest =
        installed == null
            ? null
            : DefinitionReader.read(SourceTree.of(installed.manifest()), PackManifest.class, new Issues());
    if (installed == null || manifest == null) {
      throw new ProblemException(MetadataError.METADATA_NOT_FOUND, "kind", "pack", "name", pack);
    }
    List<MetadataChange.Put> components =
        catalogue.model().components().stream()
            .filter(component -> component.pack().equals(pack))
            .map(component -> new MetadataChange.Put(component.kind(), component.definition()))
            .toList();
    return new Pack(Pack.Origin.FILES, manifest, SourceTree.of(installed.manifest()), components, Map.of());
  }

  private static String reason(Pack pack) {
    return "pack " + pack.manifest().id() + " " + pack.manifest().version();
  }

  private Publication prepare(RequestContext context, Pack pack) {
    Catalogue catalogue = publisher.catalogue(context);
    try {
      Issues issues = new Issues();
      PackFit.check(pack, catalogue, issues);
      issues.throwIfErrors(MetadataError.METADATA_INVALID);
      PackRelease release = release(pack);
      ChangeList changes = new ChangeList(changes(pack, release, catalogue, issues), reason(pack));
      issues.throwIfErrors(MetadataError.METADATA_INVALID);
      return publisher.prepare(context, catalogue, changes, release);
    } catch (ProblemException problem) {
      throw PackIssues.withPlaces(problem, pack);
    }
  }

  private static PackRelease release(Pack pack) {
    Map<MetadataRef, JsonNode> bodies = new LinkedHashMap<>();
    for (MetadataChange.Put put : pack.components()) {
      bodies.put(put.ref(), DefinitionWriter.write((Record) put.definition()));
    }
    return new PackRelease(
        pack.manifest().id(),
        pack.manifest().version(),
        DefinitionWriter.write(pack.manifest()),
        bodies);
  }

  private List<MetadataChange> changes(
      Pack pack, PackRelease release, Catalogue catalogue, Issues issues) {
    InstalledPack installed = catalogue.packs().get(release.pack());
    Map<MetadataRef, JsonNode> base = installed == null ? Map.of() : installed.components();
    List<MetadataChange> changes = new ArrayList<>();
    Set<MetadataRef> kept = new HashSet<>();
    for (MetadataChange.Put put : pack.components()) {
      MetadataRef key = key(put.ref());
      kept.add(key);
      Component existing = existing(put, release, catalogue);
      JsonNode former = base.get(existing == null ? key : key(existing.ref()));
      kept.add(existing == null ? key : key(existing.ref()));
      MetadataChange change =
          change(put, release.bodies().get(put.ref()), former, existing, issues);
      if (change != null) {
        changes.add(change);
      }
    }
    base.forEach((key, body) -> {
      if (!kept.contains(key)) {
        dropped(key, body, release, catalogue, changes);
      }
    });
    return changes;
  }

  /// The component that the pack's definition is about: of its name, else of its former name.
  private static @Nullable Component existing(
      MetadataChange.Put put, PackRelease release, Catalogue catalogue) {
    Component same = catalogue.model().component(put.ref());
    String was = put.definition().was();
    if (same != null || was == null) {
      return same;
    }
    Component former = catalogue.model().component(put.kind(), was);
    return former != null && former.pack().equals(release.pack()) ? former : null;
  }

  private @Nullable MetadataChange change(
      MetadataChange.Put put,
      @Nullable JsonNode wished,
      @Nullable JsonNode base,
      @Nullable Component existing,
      Issues issues) {
    if (base == null) {
      return put; // new in the pack; a component of somebody else is refused by the publisher
    }
    JsonNode present =
        existing == null ? null : DefinitionWriter.write((Record) existing.definition());
    MergeOutcome outcome = ThreeWayMerge.merge(base, wished, present, Map.of());
    JsonNode body = outcome.body();
    if (body == null) {
      return null; // removed by the tenant
    }
    Definition merged =
        DefinitionReader.read(SourceTree.of(body), kinds.get(put.kind()).type(), issues);
    return merged == null ? null : new MetadataChange.Put(put.kind(), merged);
  }

  /// The new version of the pack no longer has the component: it goes, unless the tenant made it
  /// its own by a change.
  private static void dropped(
      MetadataRef key,
      JsonNode base,
      PackRelease release,
      Catalogue catalogue,
      List<MetadataChange> changes) {
    Component existing = catalogue.model().component(key);
    if (existing != null
        && existing.pack().equals(release.pack())
        && DefinitionWriter.write((Record) existing.definition()).equals(base)) {
      changes.add(new MetadataChange.Remove(existing.ref()));
    }
  }

  private static MetadataRef key(MetadataRef ref) {
    return new MetadataRef(ref.kind(), ApiName.key(ref.name()));
  }
}
