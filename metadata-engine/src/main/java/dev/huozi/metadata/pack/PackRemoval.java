package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.Loss;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PackRelease;
import dev.huozi.metadata.merge.LocalEdits;
import dev.huozi.metadata.merge.MergeOutcome.LocalEdit;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Takes a pack out of a catalogue: everything it defines goes, what others use is refused with
/// their names.
final class PackRemoval {
  private final String pack;
  private final Catalogue.InstalledPack installed;
  private final Catalogue catalogue;
  private final List<Component> goes = new ArrayList<>();
  private final List<UninstallPlan.Left> stays = new ArrayList<>();

  /// Throws `METADATA_NOT_FOUND` when the pack is not installed.
  PackRemoval(String pack, Catalogue catalogue) {
    Catalogue.InstalledPack found = catalogue.packs().get(pack);
    if (found == null) {
      throw new ProblemException(MetadataError.METADATA_NOT_FOUND, "kind", "pack", "name", pack);
    }
    this.pack = pack;
    this.installed = found;
    this.catalogue = catalogue;
    for (Component component : catalogue.model().components()) {
      if (component.pack().equals(pack)) {
        if (found.components().containsKey(key(component.ref()))) {
          goes.add(component);
        } else {
          stays.add(new UninstallPlan.Left(component.ref(), UninstallPlan.Reason.KEPT_BY_TENANT));
        }
      }
    }
  }

  Catalogue catalogue() {
    return catalogue;
  }

  PackRelease release() {
    return PackRelease.removal(pack, installed.version());
  }

  List<MetadataChange> changes() {
    return goes.stream()
        .<MetadataChange>map(component -> new MetadataChange.Remove(component.ref()))
        .toList();
  }

  /// Who needs what goes.
  void check(MetadataKinds kinds, Issues issues) {
    if (pack.equals(Component.SYSTEM)) {
      issues.error(MetadataError.PACK_RESERVED, "pack " + pack, "pack", pack);
    }
    for (String user : InstalledPacks.requiredBy(pack, catalogue)) {
      issues.error(MetadataError.PACK_NEEDED, "pack " + user, "pack", pack, "user", user);
    }
    Set<MetadataRef> gone = new HashSet<>();
    goes.forEach(component -> gone.add(key(component.ref())));
    for (Component user : catalogue.model().components()) {
      if (!gone.contains(key(user.ref()))) {
        uses(kinds.get(user.kind()), user, gone, issues);
      }
    }
  }

  private static <D extends Definition> void uses(
      MetadataKind<D> kind, Component user, Set<MetadataRef> gone, Issues issues) {
    for (Reference reference : kind.references(kind.type().cast(user.definition()))) {
      if (gone.contains(key(reference.to()))) {
        issues.error(
            MetadataError.PACK_IN_USE,
            user.ref() + " " + reference.path(),
            "component",
            reference.to(),
            "user",
            user.ref(),
            "path",
            reference.path());
      }
    }
  }

  UninstallPlan plan(DeployPlan plan) {
    List<UninstallPlan.Gone> gone =
        goes.stream().map(component -> gone(component.ref(), plan.losses())).toList();
    return new UninstallPlan(pack, installed.version(), plan, gone, stays, edits());
  }

  private static UninstallPlan.Gone gone(MetadataRef ref, List<Loss> losses) {
    long rows =
        losses.stream()
            .filter(loss -> loss.ref().equals(ref))
            .mapToLong(Loss::rows)
            .max()
            .orElse(0);
    return new UninstallPlan.Gone(ref, rows);
  }

  private List<PackPlan.Kept> edits() {
    List<PackPlan.Kept> edits = new ArrayList<>();
    for (Component component : goes) {
      JsonNode base = installed.components().get(key(component.ref()));
      JsonNode present = DefinitionWriter.write((Record) component.definition());
      for (LocalEdit edit : LocalEdits.between(base, present)) {
        edits.add(
            new PackPlan.Kept(
                component.ref(),
                edit.path(),
                edit.installed(),
                edit.tenant(),
                PackPlan.Fate.GIVEN_UP));
      }
    }
    return edits;
  }

  private static MetadataRef key(MetadataRef ref) {
    return new MetadataRef(ref.kind(), ApiName.key(ref.name()));
  }
}
