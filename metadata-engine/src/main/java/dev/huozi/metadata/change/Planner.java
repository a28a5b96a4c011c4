package dev.huozi.metadata.change;

import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.Disposal;
import dev.huozi.metadata.schema.NameCounter;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalPlanner;
import dev.huozi.metadata.schema.Pruning;
import dev.huozi.metadata.schema.SchemaPlanner;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotCompiler;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns a change list, or a former state, into a publication: checks the whole result, compares,
/// plans the DDL. Finds everything that is wrong before it gives up. Pure but for the facts about
/// rows.
public final class Planner {
  /// From here on new fields take parked columns: PostgreSQL allows 1,600 in the life of a table.
  private static final int CROWDED = 1_000;

  private final MetadataKinds kinds;
  private final Tenant tenant;
  private final TableFacts facts;
  private final FieldFills fills;

  public Planner(MetadataKinds kinds, Tenant tenant, TableFacts facts, FieldFills fills) {
    this.kinds = kinds;
    this.tenant = tenant;
    this.facts = facts;
    this.fills = fills;
  }

  /// A state that somebody wishes for.
  private record Wish(
      Model model,
      Map<String, InstalledPack> packs,
      PhysicalModel remembered,
      Disposal disposal,
      @Nullable PackRelease release) {}

  /// Throws one problem (`METADATA_INVALID`) with all issues if the change list cannot be
  /// published.
  public Publication plan(Catalogue catalogue, ChangeList changes, @Nullable PackRelease release) {
    Issues issues = new Issues();
    NameCounter counter = new NameCounter(catalogue.physical().next());
    Model before = catalogue.model();
    Model after = Candidate.of(before, changes, release, counter, issues);
    Map<String, InstalledPack> packs =
        release == null
            ? catalogue.packs()
            : release.applied(catalogue.packs(), catalogue.version() + 1);
    List<PlannedItem> items = items(catalogue, after, packs);
    if (items.isEmpty() && !issues.hasErrors()) {
      return nothing(catalogue, release);
    }
    ModelCheck.check(kinds, after, issues);
    ChangeCheck.check(kinds, before, after, issues);
    if (!issues.hasErrors()) {
      Trials.run(kinds, tenant.id(), before, after, issues);
    }
    if (release == null) {
      InstalledPack system = catalogue.packs().get(Component.SYSTEM);
      new SystemLock(system == null ? Map.of() : system.components(), issues).check(items);
    }
    Disposal disposal = release != null && release.isRemoval() ? Disposal.PURGE : Disposal.PARK;
    Wish wish = new Wish(after, packs, PhysicalModel.EMPTY, disposal, release);
    return publication(catalogue, wish, items, counter, issues);
  }

  /// What is published already was checked then.
  private static Publication nothing(Catalogue catalogue, @Nullable PackRelease release) {
    DeployPlan plan =
        new DeployPlan(catalogue.version(), List.of(), List.of(), List.of(), List.of());
    return new Publication(
        catalogue,
        catalogue.model(),
        catalogue.physical(),
        catalogue.packs(),
        List.of(),
        List.of(),
        List.of(),
        plan,
        release);
  }

  /// The way back to a state that was there. What the step itself may not do to published
  /// components is no matter: the rows decide.
  Publication restore(Catalogue catalogue, Catalogue target) {
    Issues issues = new Issues();
    ModelCheck.check(kinds, target.model(), issues);
    Wish wish = new Wish(target.model(), target.packs(), target.physical(), Disposal.RETURN, null);
    List<PlannedItem> items = items(catalogue, target.model(), target.packs());
    NameCounter counter = new NameCounter(catalogue.physical().next());
    return publication(catalogue, wish, items, counter, issues);
  }

  private List<PlannedItem> items(
      Catalogue catalogue, Model after, Map<String, InstalledPack> packs) {
    List<PlannedItem> items =
        new ArrayList<>(ModelDiff.components(kinds, catalogue.model(), after));
    items.addAll(ModelDiff.packs(catalogue.packs(), packs));
    return items;
  }

  private Publication publication(
      Catalogue catalogue, Wish wish, List<PlannedItem> items, NameCounter counter, Issues issues) {
    // Only a model without errors has tables.
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    PhysicalPlanner.Result found =
        PhysicalPlanner.restore(
            wish.model(),
            catalogue.physical(),
            wish.remembered(),
            counter,
            table -> facts.estimate(table).columns() >= CROWDED);
    PhysicalModel physical =
        Pruning.of(
            catalogue.physical(), found.physical(), wish.remembered(), wish.disposal(), facts);
    SchemaPlanner.State now = new SchemaPlanner.State(catalogue.model(), catalogue.physical());
    SchemaPlanner.State then = new SchemaPlanner.State(wish.model(), physical);
    SchemaPlanner.Result schema =
        new SchemaPlanner(tenant.schema(), tenant.sortCollation(), facts)
            .plan(now, then, found.renamed(), wish.disposal(), issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    List<DdlStatement> statements = new ArrayList<>(schema.statements());
    statements.addAll(
        fills.wanted(tenant, snapshot(catalogue, now), snapshot(catalogue, then), facts));
    List<Loss> losses = Losses.between(now, then, facts);
    DeployPlan plan =
        new DeployPlan(
            catalogue.version(),
            weighed(items, losses),
            Stream.concat(schema.fillings().stream(), statements.stream())
                .map(Planner::planned)
                .toList(),
            losses,
            Affected.of(kinds, catalogue.model(), wish.model(), items));
    return new Publication(
        catalogue,
        wish.model(),
        physical,
        wish.packs(),
        statements,
        schema.shadows(),
        wish.disposal() == Disposal.RETURN
            ? Pruning.mustBeEmpty(tenant.schema(), catalogue.physical(), physical)
            : List.of(),
        plan,
        wish.release());
  }

  private MetadataSnapshot snapshot(Catalogue catalogue, SchemaPlanner.State state) {
    return SnapshotCompiler.compile(
        tenant.schema(), catalogue.version(), state.model(), state.physical());
  }

  /// Only what holds values can be lost.
  private static List<PlannedItem> weighed(List<PlannedItem> items, List<Loss> losses) {
    Set<String> lost = losses.stream().map(Loss::subject).collect(Collectors.toSet());
    return items.stream()
        .map(item ->
            item.risk() == Risk.DESTRUCTIVE && !lost.contains(item.subject())
                ? item.with(Risk.CAREFUL)
                : item)
        .toList();
  }

  private static PlannedStatement planned(DdlStatement statement) {
    return new PlannedStatement(
        statement.sql().text(),
        statement.lock(),
        statement.rewrite(),
        statement.rows(),
        statement.bytes(),
        statement.later() != null,
        statement.millis());
  }
}
