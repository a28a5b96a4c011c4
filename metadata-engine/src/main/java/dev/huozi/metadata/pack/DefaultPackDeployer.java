package dev.huozi.metadata.pack;

import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.DefaultMetadataPublisher;
import dev.huozi.metadata.change.PackRelease;
import dev.huozi.metadata.change.Publication;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.TenantPacks;
import jakarta.inject.Singleton;
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
  private final SeedLoader seeds;

  public DefaultPackDeployer(
      DefaultMetadataPublisher publisher,
      MetadataKinds kinds,
      TenantPacks packs,
      SeedLoader seeds) {
    this.publisher = publisher;
    this.kinds = kinds;
    this.packs = packs;
    this.seeds = seeds;
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
      Prepared prepared = prepare(context, pack, choices);
      try {
        long version = publish(context, prepared.publication(), reason(pack), approval);
        packs.put(context.tenant(), pack.manifest().id(), pack.manifest().version());
        seeds.load(context.withMetadataVersion(version), pack.seeds());
        return version;
      } catch (ProblemException problem) {
        // Somebody else published in between: the pack is planned again over that, unless somebody
        // agreed to the plan as it was.
        boolean again = approval == null && attempt < ATTEMPTS;
        if (problem.code() != MetadataError.METADATA_STALE || !again) {
          throw problem;
        }
      }
    }
  }

  private long publish(
      RequestContext context, Publication publication, String reason, @Nullable Approval approval) {
    Approval agreed = approval == null ? Approval.at(publication.plan().baseVersion()) : approval;
    return publisher.publish(context, publication, reason, agreed);
  }

  @Override
  public List<InstalledPack> installed(RequestContext context) {
    return InstalledPacks.of(publisher.catalogue(context));
  }

  @Override
  public Map<String, String> export(RequestContext context, String pack, ExportSide side) {
    Catalogue catalogue = publisher.catalogue(context);
    Catalogue.InstalledPack installed = catalogue.packs().get(pack);
    Map<String, String> files =
        installed == null ? Map.of() : publisher.releaseFiles(context, installed.digest());
    return new PackExport(kinds, catalogue, files).files(context.tenant(), pack, side);
  }

  @Override
  public UninstallPlan planUninstall(RequestContext context, String pack) {
    PackRemoval removal = new PackRemoval(pack, publisher.catalogue(context));
    return removal.plan(prepare(context, removal).plan());
  }

  @Override
  public long uninstall(RequestContext context, String pack, Approval approval) {
    PackRemoval removal = new PackRemoval(pack, publisher.catalogue(context));
    Publication publication = prepare(context, removal);
    long version = publisher.publish(context, publication, "remove pack " + pack, approval);
    packs.remove(context.tenant(), pack);
    return version;
  }

  private Publication prepare(RequestContext context, PackRemoval removal) {
    Issues issues = new Issues();
    removal.check(kinds, issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    ChangeList changes = new ChangeList(removal.changes(), "");
    return publisher.prepare(context, removal.catalogue(), changes, removal.release());
  }

  private static String reason(Pack pack) {
    return "pack " + pack.manifest().id() + " " + pack.manifest().version();
  }

  private Prepared prepare(RequestContext context, Pack pack, PackChoices choices) {
    Catalogue catalogue = publisher.catalogue(context);
    try {
      return prepare(context, pack, choices, catalogue);
    } catch (ProblemException problem) {
      throw PackIssues.withPlaces(problem, pack);
    }
  }

  private Prepared prepare(
      RequestContext context, Pack pack, PackChoices choices, Catalogue catalogue) {
    Issues issues = new Issues();
    PackFit.check(pack, catalogue, issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    Catalogue.InstalledPack installed = catalogue.packs().get(pack.manifest().id());
    PackParams params =
        PackParams.of(
            pack,
            installed == null ? null : installed.params(),
            choices.params(),
            catalogue.model(),
            issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    Pack filled = pack.filled(kinds, params.values(), issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    PackRelease release = filled.release(params.chosen());
    PackMerge merge = PackMerge.of(filled, release, catalogue, choices, kinds, issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    ChangeList changes = new ChangeList(merge.changes(), reason(pack));
    Publication publication = publisher.prepare(context, catalogue, changes, release);
    List<SeedLoader.SeedCount> counts =
        seeds.count(
            context,
            publisher.snapshot(context, publication, false),
            publisher.snapshot(context, publication, true),
            pack.seeds(),
            issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    PackPlan plan =
        new PackPlan(
            release.pack(),
            catalogue.packVersion(release.pack()),
            release.version(),
            publication.plan(),
            merge.accounts(publication.after()),
            merge.conflicts(),
            counts);
    return new Prepared(plan, publication);
  }
}
