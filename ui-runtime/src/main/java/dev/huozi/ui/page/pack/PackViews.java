package dev.huozi.ui.page.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.pack.InstalledPack;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.metadata.pack.PackPlan;
import dev.huozi.metadata.pack.PackPlan.Fate;
import dev.huozi.metadata.pack.SeedLoader;
import dev.huozi.metadata.pack.UninstallPlan;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.ChangeTree;
import dev.huozi.ui.page.plan.KindWords;
import dev.huozi.ui.page.plan.PlanViews;
import dev.huozi.ui.page.plan.ProgressViews;
import dev.huozi.ui.page.version.VersionViews;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes what the pages of packs show.
@Singleton
public class PackViews {
  /// Before the name of each choice in a form.
  static final String CHOICE = "choice:";

  /// Before the name of each parameter.
  static final String PARAM = "param:";

  private final PlanViews plans;
  private final VersionViews versions;
  private final ProgressViews progress;
  private final MetadataKinds kinds;

  public PackViews(
      PlanViews plans, VersionViews versions, ProgressViews progress, MetadataKinds kinds) {
    this.plans = plans;
    this.progress = progress;
    this.versions = versions;
    this.kinds = kinds;
  }

  PackPages.Home home(PageContext page, List<InstalledPack> all, List<Refusal> problems) {
    return new PackPages.Home(all.stream().map(pack -> row(page, pack, all)).toList(), problems);
  }

  PackPages.Row row(PageContext page, InstalledPack pack, List<InstalledPack> all) {
    return new PackPages.Row(
        pack.id(),
        page.words().label(pack.label(), pack.id()),
        pack.version(),
        page.words().label(pack.description(), ""),
        pack.requires().stream().map(need -> link(page, need.pack(), need.version(), all)).toList(),
        pack.requiredBy().stream().map(id -> link(page, id, "", all)).toList(),
        pack.components(),
        pack.localEdits(),
        pack.installedInVersion(),
        versions.line(page, pack.installedInVersion()),
        Addresses.pack(pack.id()));
  }

  private static PackPages.Link link(
      PageContext page, String id, String detail, List<InstalledPack> all) {
    return all.stream()
        .filter(pack -> pack.id().equals(id))
        .findFirst()
        .map(pack ->
            new PackPages.Link(page.words().label(pack.label(), id), detail, Addresses.pack(id)))
        .orElse(new PackPages.Link(id, detail, null));
  }

  /// @param edits the tenant's own edits of the pack
  PackPages.One one(PageContext page, PackPages.Row row, List<PackPlan.Kept> edits) {
    ChangeTree tree = plans.tree(page, List.of());
    List<MetadataRef> edited = edits.stream().map(PackPlan.Kept::ref).toList();
    List<PackPages.Group> groups = new ArrayList<>();
    kinds.all().stream()
        .sorted(KindWords.ORDER)
        .forEach(kind -> {
          List<PackPages.Member> members = members(page, tree, kind, row.id(), edited);
          if (!members.isEmpty()) {
            groups.add(
                new PackPages.Group(
                    KindWords.label(page.words(), kind.id()), KindWords.icon(kind.id()), members));
          }
        });
    boolean locked = row.id().equals(Component.SYSTEM);
    return new PackPages.One(row, locked, groups, tree.of(items(edits)));
  }

  private static <D extends Definition> List<PackPages.Member> members(
      PageContext page,
      ChangeTree tree,
      MetadataKind<D> kind,
      String pack,
      List<MetadataRef> edited) {
    return page.snapshot().all(kind).stream()
        .filter(definition -> pack.equals(page.snapshot().packOf(definition)))
        .map(definition -> new MetadataRef(kind.id(), definition.name()))
        .map(ref ->
            new PackPages.Member(
                tree.component(ref), ref.name(), tree.href(ref), edited.contains(ref)))
        .toList();
  }

  PackPages.Upgrade upgrade(
      PageContext page,
      Pack pack,
      String zip,
      PackChoices choices,
      PackPlan plan,
      List<Refusal> problems) {
    ChangeTree tree = plans.tree(page, plan.plan().items());
    String label = page.words().label(pack.manifest().label(), plan.pack());
    return new PackPages.Upgrade(
        title(page, label, plan.installed(), plan.version()),
        zip,
        label,
        plan.pack(),
        plan.installed(),
        plan.version(),
        params(page, pack, choices),
        plan.conflicts().stream().map(conflict -> conflict(page, tree, conflict)).toList(),
        edits(tree, plan.localEdits()),
        plan.seeds().stream().map(seed -> seed(page, tree, seed)).toList(),
        plans.of(page, plan.plan()),
        problems);
  }

  /// A pack that cannot be applied: what it is, and why not.
  static PackPages.Upgrade refused(
      PageContext page, Pack pack, String zip, PackChoices choices, List<Refusal> problems) {
    String label = page.words().label(pack.manifest().label(), pack.manifest().id());
    return new PackPages.Upgrade(
        page.words().get("pack_install_title", label),
        zip,
        label,
        pack.manifest().id(),
        null,
        pack.manifest().version(),
        params(page, pack, choices),
        List.of(),
        new PackPages.Edits(0, 0, 0, 0, List.of()),
        List.of(),
        null,
        problems);
  }

  private static List<PackPages.Param> params(PageContext page, Pack pack, PackChoices choices) {
    return pack.manifest().params().stream()
        .map(param -> {
          JsonNode chosen = choices.params().get(param.name());
          return new PackPages.Param(
              PARAM + param.name(),
              page.words().label(param.label(), param.name()),
              param.type().id(),
              chosen == null ? "" : chosen.asText(),
              param.defaultValue());
        })
        .toList();
  }

  private static PackPages.Seed seed(PageContext page, ChangeTree tree, SeedLoader.SeedCount seed) {
    return new PackPages.Seed(
        tree.component(new MetadataRef(ObjectKind.ID, seed.object())),
        seed.file(),
        page.words().get("pack_seed_rows", seed.rows(), seed.absent()));
  }

  /// What removing the pack does.
  PackPages.Removal removal(
      PageContext page, InstalledPack pack, UninstallPlan plan, List<Refusal> problems) {
    ChangeTree tree = plans.tree(page, plan.plan().items());
    return new PackPages.Removal(
        pack.id(),
        Addresses.pack(pack.id()),
        page.words().label(pack.label(), pack.id()),
        plan.version(),
        plan.goes().stream()
            .sorted(Comparator.comparingInt(gone -> KindWords.rank(gone.ref().kind())))
            .map(gone -> goes(page, tree, gone))
            .toList(),
        plan.stays().stream().map(left -> stays(page, tree, left)).toList(),
        plan.localEdits().size(),
        plans.of(page, plan.plan()),
        problems);
  }

  /// A pack that others still need.
  static PackPages.Removal needed(PageContext page, InstalledPack pack, List<Refusal> problems) {
    String label = page.words().label(pack.label(), pack.id());
    return new PackPages.Removal(
        pack.id(),
        Addresses.pack(pack.id()),
        label,
        pack.version(),
        List.of(),
        List.of(),
        0,
        null,
        problems);
  }

  private static PackPages.Fate goes(PageContext page, ChangeTree tree, UninstallPlan.Gone gone) {
    String rows =
        gone.rows() == 0
            ? ""
            : page.words().get("losses_rows", page.formats().count(gone.rows(), false));
    return fate(page, tree, gone.ref(), rows);
  }

  private static PackPages.Fate stays(PageContext page, ChangeTree tree, UninstallPlan.Left left) {
    String reason = "pack_stays_" + left.reason().name().toLowerCase(Locale.ROOT);
    return fate(page, tree, left.ref(), page.words().get(reason));
  }

  private static PackPages.Fate fate(
      PageContext page, ChangeTree tree, MetadataRef ref, String detail) {
    return new PackPages.Fate(
        KindWords.label(page.words(), ref.kind()), tree.component(ref), ref.name(), detail);
  }

  private static String title(
      PageContext page, String label, @Nullable String installed, String version) {
    String word =
        installed == null
            ? "pack_install_title"
            : installed.equals(version) ? "pack_reapply_title" : "pack_upgrade_title";
    return page.words().get(word, label);
  }

  /// What has been done, step by step, with the count of edits in the result.
  PackPages.Done applied(PageContext page, Pack pack, PackPlan plan, long before, long version) {
    String label = page.words().label(pack.manifest().label(), plan.pack());
    String installed = plan.installed();
    String title =
        installed == null || installed.equals(plan.version())
            ? page.words().get("pack_done_install", label, plan.version())
            : page.words().get("pack_done_upgrade", label, installed, plan.version());
    String line = page.words().get("pack_edits_line", plan.localEdits().size(), (int) plan.lost());
    return new PackPages.Done(
        title,
        line,
        Steps.of(page.words(), plan.plan(), version, progress.waiting(page)),
        Addresses.version(version),
        Addresses.version(before) + "/rollback",
        Addresses.pack(plan.pack()),
        version);
  }

  private static PackPages.Conflict conflict(
      PageContext page, ChangeTree tree, PackPlan.Conflicted conflict) {
    MetadataRef ref = conflict.ref();
    String label = tree.path(ref, conflict.path());
    return new PackPages.Conflict(
        CHOICE + conflict.key(),
        KindWords.label(page.words(), ref.kind()),
        tree.component(ref),
        label.isEmpty() ? page.words().get("whole_component") : label,
        tree.values(ref, conflict.path(), conflict.installed()),
        tree.values(ref, conflict.path(), conflict.pack()),
        tree.values(ref, conflict.path(), conflict.tenant()),
        conflict.chosen() == Side.PACK);
  }

  static PackPages.Edits edits(ChangeTree tree, List<PackPlan.Kept> edits) {
    return new PackPages.Edits(
        edits.size(),
        count(edits, Fate.KEPT),
        count(edits, Fate.GIVEN_UP),
        count(edits, Fate.LOST),
        tree.of(items(edits)));
  }

  private static int count(List<PackPlan.Kept> edits, Fate fate) {
    return (int) edits.stream().filter(edit -> edit.fate() == fate).count();
  }

  /// An edit is a change from what was installed to what the tenant has.
  private static List<PlannedItem> items(List<PackPlan.Kept> edits) {
    return edits.stream()
        .filter(edit -> !Objects.equals(edit.installed(), edit.tenant()))
        .map(edit -> {
          Operation operation =
              edit.installed() == null
                  ? Operation.ADD
                  : edit.tenant() == null ? Operation.REMOVE : Operation.CHANGE;
          Risk risk = edit.fate() == Fate.LOST ? Risk.DESTRUCTIVE : Risk.SAFE;
          return new PlannedItem(
              operation, edit.ref(), edit.path(), edit.installed(), edit.tenant(), risk);
        })
        .toList();
  }
}
