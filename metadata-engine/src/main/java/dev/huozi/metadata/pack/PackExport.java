package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.extension.Extension;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes what a tenant has as the files of a pack.
final class PackExport {
  private static final String OWN_VERSION = "0.1.0";
  private static final String OWN_FIELDS = "_own_fields";

  private final MetadataKinds kinds;
  private final Catalogue catalogue;
  private final Map<String, String> files;

  /// @param files what the pack was installed from, by path
  PackExport(MetadataKinds kinds, Catalogue catalogue, Map<String, String> files) {
    this.kinds = kinds;
    this.catalogue = catalogue;
    this.files = files;
  }

  /// @param pack id of an installed pack, or `tenant` for what the tenant made itself
  Map<String, String> files(Tenant tenant, String pack, ExportSide side) {
    if (pack.equals(Component.TENANT)) {
      List<MetadataChange.Put> own = new ArrayList<>(present(Component.TENANT));
      own.addAll(ownFields());
      return print(ownManifest(tenant), own);
    }
    Catalogue.InstalledPack installed = catalogue.packs().get(pack);
    if (installed == null) {
      throw new ProblemException(MetadataError.METADATA_NOT_FOUND, "kind", "pack", "name", pack);
    }
    if (files.isEmpty()) {
      // Installed by a version that did not keep the files.
      return print(InstalledPacks.manifest(installed), bodies(pack, installed, side));
    }
    Pack stored = new PackReader(kinds).read(files);
    PackPrinter printer = new PackPrinter(kinds);
    return switch (side) {
      case AS_INSTALLED -> printer.print(stored);
      case AS_IS -> {
        List<MetadataChange.Put> present = present(pack);
        yield printer.print(stored.with(present), filled(present, installed));
      }
    };
  }

  private List<MetadataChange.Put> bodies(
      String pack, Catalogue.InstalledPack installed, ExportSide side) {
    return switch (side) {
      case AS_IS -> present(pack);
      case AS_INSTALLED -> asInstalled(installed);
    };
  }

  /// The installed bodies of components, by their present names.
  private static Map<MetadataRef, JsonNode> filled(
      List<MetadataChange.Put> present, Catalogue.InstalledPack installed) {
    Map<MetadataRef, JsonNode> filled = new HashMap<>();
    for (MetadataChange.Put put : present) {
      MetadataRef key = new MetadataRef(put.kind(), ApiName.key(put.definition().name()));
      if (installed.components().get(key) instanceof JsonNode body) {
        filled.put(put.ref(), body);
      }
    }
    return filled;
  }

  private List<MetadataChange.Put> present(String pack) {
    return catalogue.model().components().stream()
        .filter(component -> component.pack().equals(pack))
        .map(component -> new MetadataChange.Put(component.kind(), component.definition()))
        .toList();
  }

  /// Fields that the tenant added to objects of packs, as extensions: so that views and layouts of
  /// the tenant's own find them elsewhere.
  private List<MetadataChange.Put> ownFields() {
    List<MetadataChange.Put> extensions = new ArrayList<>();
    for (Catalogue.InstalledPack pack : catalogue.packsInOrder().values()) {
      for (Map.Entry<MetadataRef, JsonNode> base : byName(pack).values()) {
        Component present = catalogue.model().component(base.getKey());
        if (present != null && present.definition() instanceof ObjectType object) {
          List<Field> own = added(object, base.getValue());
          if (!own.isEmpty()) {
            String name = object.name() + OWN_FIELDS;
            extensions.add(
                new MetadataChange.Put(
                    ExtensionKind.ID, new Extension(name, object.label(), object.name(), own)));
          }
        }
      }
    }
    return extensions;
  }

  private static Map<String, Map.Entry<MetadataRef, JsonNode>> byName(
      Catalogue.InstalledPack pack) {
    Map<String, Map.Entry<MetadataRef, JsonNode>> named = new TreeMap<>();
    pack.components().entrySet().forEach(entry -> named.put(entry.getKey().toString(), entry));
    return named;
  }

  private static List<Field> added(ObjectType object, JsonNode base) {
    Set<String> known = new HashSet<>();
    base.path("fields").forEach(field -> known.add(ApiName.key(field.path("name").asText())));
    return object.fields().stream()
        .filter(field -> !known.contains(ApiName.key(field.name())))
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
    return new PackManifest(id, OWN_VERSION, label, LocalizedText.EMPTY, requires, List.of());
  }

  private Map<String, String> print(PackManifest manifest, List<MetadataChange.Put> components) {
    return new PackPrinter(kinds).print(Pack.made(manifest, components));
  }
}
