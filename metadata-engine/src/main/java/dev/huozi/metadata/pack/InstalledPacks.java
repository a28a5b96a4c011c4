package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.merge.LocalEdits;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of packs that a catalogue has.
final class InstalledPacks {
  private InstalledPacks() {}

  static List<InstalledPack> of(Catalogue catalogue) {
    List<InstalledPack> packs = new ArrayList<>();
    catalogue.packsInOrder().forEach((id, installed) -> packs.add(one(id, installed, catalogue)));
    return packs;
  }

  private static InstalledPack one(
      String id, Catalogue.InstalledPack installed, Catalogue catalogue) {
    PackManifest manifest = manifest(installed);
    return new InstalledPack(
        id,
        installed.version(),
        manifest.label(),
        manifest.description(),
        manifest.requires(),
        requiredBy(id, catalogue),
        installed.components().size(),
        localEdits(installed, catalogue),
        installed.changedIn());
  }

  /// A manifest that was checked when the pack was installed.
  static PackManifest manifest(Catalogue.InstalledPack installed) {
    Issues issues = new Issues();
    PackManifest manifest =
        DefinitionReader.read(SourceTree.of(installed.manifest()), PackManifest.class, issues);
    if (manifest == null) {
      throw new IllegalStateException(
          "The catalogue holds a manifest that this program cannot read: " + issues.list());
    }
    return manifest;
  }

  /// The installed packs that need this one, in order of id.
  static List<String> requiredBy(String pack, Catalogue catalogue) {
    List<String> users = new ArrayList<>();
    catalogue
        .packsInOrder()
        .forEach((id, installed) -> {
          boolean needs =
              manifest(installed).requires().stream()
                  .anyMatch(requirement -> ApiName.same(requirement.pack(), pack));
          if (needs) {
            users.add(id);
          }
        });
    return users;
  }

  private static int localEdits(Catalogue.InstalledPack installed, Catalogue catalogue) {
    int count = 0;
    for (Map.Entry<MetadataRef, JsonNode> component : installed.components().entrySet()) {
      JsonNode present = body(catalogue.model().component(component.getKey()));
      count += LocalEdits.between(component.getValue(), present).size();
    }
    return count;
  }

  private static @Nullable JsonNode body(@Nullable Component component) {
    return component == null ? null : DefinitionWriter.write((Record) component.definition());
  }
}
