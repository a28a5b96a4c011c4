package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.DefaultMetadataPublisher;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PackRelease;
import dev.huozi.metadata.change.Publication;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.TenantPacks;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// A plan with what would be published.
  private record Prepared(PackPlan plan, Publication publication) {}

  @Override
  public PackPlan plan(RequestContext context, Pack pack, PackChoices choices) {
    return prepare(context, pack, choices).plan();
  }

  @Override
  public long apply(
      RequestContext context, Pack pack, PackChoices choices, @Nullable Approval approval) {
    for (int attempt = 1; ; attempt++) {
      Publication publication = prepare(context, pack, choices).publication();
      Approval given =
          approval == null ? Approval.at(publication.plan().baseVersion()) : approval;
      try {
        long version = publisher.publish(context, publication, reason(pack), given);
        packs.put(context.tenant(), pack.manifest().id(), pack.manifest().version());
        return version;
      } catch (ProblemException problem) {
        // Somebody else published in between: the pack is planned again over that, unless somebody
        // agreed to one plan only.
        boolean again = problem.code() == MetadataError.METADATA_STALE && approval == null;
        if (!again || attempt == ATTEMPTS) {
          throw problem;
        }
      }
    }
  }

  @Override
  public List<InstalledPack> installed(RequestContext context) {
    return InstalledPacks.of(publisher.catalogue(context));
  }

  @Override
  public Map<String, String> export(RequestContext context, String pack, ExportSide side) {
    return new PackExport(kinds, publisher.catalogue(context)).files(context.tenant(), pack, side);
  }

  private static String reason(Pack pack) {
    return "pack " + pack.manifest().id() + " " + pack.manifest().version();
  }

  private Prepared prepare(RequestContext context, Pack pack, PackChoices choices) {
    Catalogue catalogue = publisher.catalogue(context);
    try {
      Issues issues = new Issues();
      PackFit.check(pack, catalogue, issues);
      issues.throwIfErrors(MetadataError.METADATA_INVALID);
      PackRelease release = release(pack);
      PackMerge merge = PackMerge.of(pack, release, catalogue, choices, kinds, issues);
      issues.throwIfErrors(MetadataError.METADATA_INVALID);
      ChangeList changes = new ChangeList(merge.changes(), reason(pack));
      Publication publication = publisher.prepare(context, catalogue, changes, release);
      PackPlan plan =
          new PackPlan(
              release.pack(),
              catalogue.packVersion(release.pack()),
              release.version(),
              publication.plan(),
              merge.accounts(publication.after()),
              merge.conflicts());
      return new Prepared(plan, publication);
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
}
