package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes what a tenant has as the files of a pack.
final class PackExport {
  private static final String OWN_VERSION = "0.1.0";

  private final MetadataKinds kinds;
  private final Catalogue catalogue;

  PackExport(MetadataKinds kinds, Catalogue catalogue) {
    this.kinds = kinds;
    this.catalogue = catalogue;
  }

  /// @param pack id of an installed pack, or `tenant` for what the tenant made itself
  Map<String, String> files(Tenant tenant, String pack, ExportSide side) {
    if (pack.equals(Component.TENANT)) {
      return print(ownManifest(tenant), present(Component.TENANT));
    }
    Catalogue.InstalledPack installed = catalogue.packs().get(pack);
    if (installed == null) {
      throw new ProblemException(MetadataError.METADATA_NOT_FOUND, "kind", "pack", "name", pack);
    }
    List<MetadataChange.Put> components =
        switch (side) {
          case AS_IS -> present(pack);
          case AS_INSTALLED -> asInstalled(installed);
        };
    return print(InstalledPacks.manifest(installed), components);
  }

  private List<MetadataChange.Put> present(String pack) {
    return catalogue.model().components().stream()
        .filter(component -> component.pack().equals(pack))
        .map(component -> new MetadataChange.Put(component.kind(), component.definition()))
        .toList();
  }

  private List<MetadataChange.Put> asInstalled(Catalogue.InstalledPack installed) {
    List<MetadataChange.Put> components = new ArrayList<>();
    for (Map.Entry<MetadataRef, JsonNode> component : installed.components().entrySet()) {
      String kind = component.getKey().kind();
      components.add(new MetadataChange.Put(kind, definition(kind, component.getValue())));
    }
    return components;
  }

  private Definition definition(String kind, JsonNode body) {
    Issues issues = new Issues();
    Definition definition =
        DefinitionReader.read(SourceTree.of(body), kinds.get(kind).type(), issues);
    if (definition == null) {
      throw new IllegalStateException(
          "The catalogue holds a %s that this program cannot read: %s"
              .formatted(kind, issues.list()));
    }
    return definition;
  }

  /// The tenant's own things as a pack that others can install: it needs every pack that is here.
  private PackManifest ownManifest(Tenant tenant) {
    List<PackManifest.Requirement> requires = new ArrayList<>();
    catalogue
        .packsInOrder()
        .forEach((id, installed) -> {
          if (!id.equals(Component.SYSTEM)) {
            requires.add(new PackManifest.Requirement(id, "^" + installed.version()));
          }
        });
    String id = "own_" + tenant.code().replaceAll("[^A-Za-z0-9]", "_");
    LocalizedText label = LocalizedText.of(tenant.name(), tenant.name());
    return new PackManifest(id, OWN_VERSION, label, LocalizedText.EMPTY, requires);
  }

  private Map<String, String> print(PackManifest manifest, List<MetadataChange.Put> components) {
    SourceTree none = SourceTree.of(DefinitionWriter.write(manifest));
    return new PackPrinter(kinds)
        .print(new Pack(Pack.Origin.FILES, manifest, none, components, Map.of()));
  }
}
