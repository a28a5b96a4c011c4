package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.NameCounter;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalPlanner;
import dev.huozi.metadata.schema.SchemaPlanner;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns a change list into a publication: applies it to the model, checks the whole result,
/// compares, plans the DDL. Finds everything that is wrong before it gives up. Pure but for the
/// facts about rows.
public final class Planner {
  private final MetadataKinds kinds;
  private final Tenant tenant;
  private final TableFacts facts;

  public Planner(MetadataKinds kinds, Tenant tenant, TableFacts facts) {
    this.kinds = kinds;
    this.tenant = tenant;
    this.facts = facts;
  }

  /// Throws one problem (`METADATA_INVALID`) with all issues if the change list cannot be
  /// published.
  public Publication plan(Catalogue catalogue, ChangeList changes, @Nullable PackRelease release) {
    Issues issues = new Issues();
    NameCounter counter = new NameCounter(catalogue.physical().next());
    Model before = catalogue.model();
    Model after = Candidate.of(before, changes, release, counter, issues);
    ModelCheck.check(kinds, after, issues);
    ChangeCheck.check(kinds, before, after, issues);
    List<PlannedItem> items = items(before, after);
    if (release == null) {
      Catalogue.InstalledPack system = catalogue.packs().get(Component.SYSTEM);
      new SystemLock(system == null ? Map.of() : system.components(), issues).check(items);
    } else {
      items.addAll(packItems(catalogue, release));
    }
    // Only a model without errors has tables.
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    return withSchema(catalogue, after, items, release, counter, issues);
  }

  private Publication withSchema(
      Catalogue catalogue,
      Model after,
      List<PlannedItem> items,
      @Nullable PackRelease release,
      NameCounter counter,
      Issues issues) {
    PhysicalPlanner.Result physical = PhysicalPlanner.plan(after, catalogue.physical(), counter);
    SchemaPlanner.State now = new SchemaPlanner.State(catalogue.model(), catalogue.physical());
    PhysicalModel wished =
        release != null && release.isRemoval()
            ? physical.physical().withoutNewlyParked(catalogue.physical())
            : physical.physical();
    SchemaPlanner.State then = new SchemaPlanner.State(after, wished);
    List<DdlStatement> statements =
        new SchemaPlanner(tenant.schema(), tenant.sortCollation(), facts)
            .plan(now, then, physical.reused(), issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    List<Loss> losses = Losses.between(now, then, facts);
    DeployPlan plan =
        new DeployPlan(
            catalogue.version(),
            weighed(items, losses),
            statements.stream().map(Planner::planned).toList(),
            losses,
            List.of());
    return new Publication(catalogue, after, wished, statements, plan, release);
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
        statement.later() != null,
        statement.millis());
  }

  private List<PlannedItem> items(Model before, Model after) {
    Map<Long, Component> old = new HashMap<>();
    before.components().forEach(component -> old.put(component.id(), component));
    List<PlannedItem> items = new ArrayList<>();
    for (Component component : after.components()) {
      Component previous = old.remove(component.id());
      if (!component.equals(previous)) {
        items.addAll(items(component.ref(), previous, component));
      }
    }
    for (Component gone : before.components()) {
      if (old.containsKey(gone.id())) {
        items.addAll(items(gone.ref(), gone, null));
      }
    }
    return items;
  }

  private List<PlannedItem> items(
      MetadataRef ref, @Nullable Component before, @Nullable Component after) {
    return DefinitionDiff.items(ref, kinds.get(ref.kind()), body(before), body(after));
  }

  private static @Nullable JsonNode body(@Nullable Component component) {
    return component == null ? null : DefinitionWriter.write((Record) component.definition());
  }

  /// A pack's new manifest is a change of its own; so is a new body that the tenant's own edits
  /// hide.
  private static List<PlannedItem> packItems(Catalogue catalogue, PackRelease release) {
    Catalogue.InstalledPack installed = catalogue.packs().get(release.pack());
    MetadataRef ref = new MetadataRef("pack", release.pack());
    List<PlannedItem> items =
        DefinitionDiff.items(
            ref, null, installed == null ? null : installed.manifest(), release.manifest());
    if (installed == null || release.isRemoval()) {
      return items;
    }
    JsonNode version = TextNode.valueOf(release.version());
    if (items.isEmpty() && !installed.components().equals(release.keyedBodies())) {
      items.add(new PlannedItem(Operation.CHANGE, ref, "components", version, version, Risk.SAFE));
    }
    if (items.isEmpty() && !installed.digest().equals(release.digest())) {
      items.add(new PlannedItem(Operation.CHANGE, ref, "files", version, version, Risk.SAFE));
    }
    items.addAll(DefinitionDiff.items(ref, null, installed.params(), release.params()));
    return items;
  }
}
