package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PackRelease;
import dev.huozi.metadata.merge.LocalEdits;
import dev.huozi.metadata.merge.MergeOutcome;
import dev.huozi.metadata.merge.MergeOutcome.LocalEdit;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import dev.huozi.metadata.merge.Renames;
import dev.huozi.metadata.merge.ThreeWayMerge;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a pack into the changes that take a tenant there, over what the tenant made of the
/// installed version, and keeps account of every edit of the tenant.
final class PackMerge {
  private final PackRelease release;
  private final Model model;
  private final Map<MetadataRef, JsonNode> base;
  private final PackChoices choices;
  private final MetadataKinds kinds;
  private final Issues issues;
  private final List<MetadataChange> changes = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<PackPlan.Conflicted> conflicts = new ArrayList<>();

  /// An edit of the tenant.
  ///
  /// @param ref the component, named as in the model to come
  private record Edit(MetadataRef ref, LocalEdit edit) {}

  private PackMerge(
      PackRelease release,
      Catalogue catalogue,
      PackChoices choices,
      MetadataKinds kinds,
      Issues issues) {
    Catalogue.InstalledPack installed = catalogue.packs().get(release.pack());
    this.release = release;
    this.model = catalogue.model();
    this.base = installed == null ? Map.of() : installed.components();
    this.choices = choices;
    this.kinds = kinds;
    this.issues = issues;
  }

  /// @param issues gets merged definitions that cannot be read
  static PackMerge of(
      Pack pack,
      PackRelease release,
      Catalogue catalogue,
      PackChoices choices,
      MetadataKinds kinds,
      Issues issues) {
    PackMerge merge = new PackMerge(release, catalogue, choices, kinds, issues);
    merge.run(pack);
    return merge;
  }

  List<MetadataChange> changes() {
    return changes;
  }

  List<PackPlan.Conflicted> conflicts() {
    return conflicts;
  }

  /// What becomes of the tenant's edits.
  ///
  /// @param after the model to come
  List<PackPlan.Kept> accounts(Model after) {
    return edits.stream().map(edit -> account(edit, after)).toList();
  }

  private PackPlan.Kept account(Edit edit, Model after) {
    Component result = after.component(edit.ref());
    JsonNode body = result == null ? null : body(result);
    String path = edit.edit().path();
    PackPlan.Fate fate =
        LocalEdits.holds(edit.edit(), body)
            ? PackPlan.Fate.KEPT
            : isGivenUp(edit) ? PackPlan.Fate.GIVEN_UP : PackPlan.Fate.LOST;
    return new PackPlan.Kept(edit.ref(), path, edit.edit().installed(), edit.edit().tenant(), fate);
  }

  /// Whether the pack's side was chosen for the property or for something around it or inside it.
  private boolean isGivenUp(Edit edit) {
    return conflicts.stream()
        .filter(one -> one.chosen() == Side.PACK && key(one.ref()).equals(key(edit.ref())))
        .anyMatch(one -> LocalEdits.overlap(one.path(), edit.edit().path()));
  }

  private void run(Pack pack) {
    Set<MetadataRef> met = new HashSet<>();
    for (MetadataChange.Put put : pack.components()) {
      Component existing = existing(put);
      met.add(key(put.ref()));
      met.add(existing == null ? key(put.ref()) : key(existing.ref()));
      JsonNode former = base.get(existing == null ? key(put.ref()) : key(existing.ref()));
      if (former == null && (existing == null || !existing.pack().equals(release.pack()))) {
        changes.add(put); // new in the pack; what is somebody else's is refused by the publisher
      } else {
        merged(put, former, existing);
      }
    }
    base.forEach((key, body) -> {
      if (!met.contains(key)) {
        dropped(key, body);
      }
    });
  }

  /// The component that the pack's definition is about: of its name, else of its former name.
  private @Nullable Component existing(MetadataChange.Put put) {
    Component same = model.component(put.ref());
    String was = put.definition().was();
    if (same != null || was == null) {
      return same;
    }
    Component former = model.component(put.kind(), was);
    return former != null && former.pack().equals(release.pack()) ? former : null;
  }

  private void merged(
      MetadataChange.Put put, @Nullable JsonNode former, @Nullable Component existing) {
    JsonNode wished = release.bodies().get(put.ref());
    JsonNode installed = Renames.follow(former, wished);
    JsonNode present = existing == null ? null : Renames.follow(body(existing), wished);
    note(put.ref(), installed, present);
    MergeOutcome outcome =
        ThreeWayMerge.merge(installed, wished, present, choices.about(put.ref()));
    note(put.ref(), outcome);
    JsonNode body = outcome.body();
    Definition merged = body == null ? null : read(put.kind(), body);
    if (merged != null) {
      changes.add(new MetadataChange.Put(put.kind(), merged));
    }
  }

  /// The new version of the pack no longer has the component: it goes, unless the tenant made it
  /// its own by a change.
  private void dropped(MetadataRef key, JsonNode installed) {
    Component existing = model.component(key);
    if (existing == null || !existing.pack().equals(release.pack())) {
      return;
    }
    JsonNode present = body(existing);
    note(existing.ref(), installed, present);
    MergeOutcome outcome =
        ThreeWayMerge.merge(installed, null, present, choices.about(existing.ref()));
    note(existing.ref(), outcome);
    if (outcome.body() == null) {
      changes.add(new MetadataChange.Remove(existing.ref()));
    }
  }

  private void note(MetadataRef ref, @Nullable JsonNode installed, @Nullable JsonNode present) {
    LocalEdits.between(installed, present).forEach(edit -> edits.add(new Edit(ref, edit)));
  }

  private void note(MetadataRef ref, MergeOutcome outcome) {
    for (MergeOutcome.Conflict conflict : outcome.conflicts()) {
      conflicts.add(
          new PackPlan.Conflicted(
              ref,
              conflict.path(),
              conflict.installed(),
              conflict.pack(),
              conflict.tenant(),
              conflict.chosen()));
    }
  }

  private @Nullable Definition read(String kind, JsonNode body) {
    return DefinitionReader.read(SourceTree.of(body), kinds.get(kind).type(), issues);
  }

  private static JsonNode body(Component component) {
    return DefinitionWriter.write((Record) component.definition());
  }

  private static MetadataRef key(MetadataRef ref) {
    return new MetadataRef(ref.kind(), ApiName.key(ref.name()));
  }
}
