package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.PhysicalModel;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that a tenant's catalogue says at one version.
///
/// @param packs installed packs by id
public record Catalogue(
    long version, Model model, PhysicalModel physical, Map<String, InstalledPack> packs) {
  public Catalogue {
    packs = Map.copyOf(packs);
  }

  /// A pack as it was installed.
  ///
  /// @param components the bodies that its installed version defines, by component (names as
  ///   `ApiName.key`)
  /// @param params values of its parameters by name
  /// @param digest of the files it was installed from
  /// @param changedIn the tenant's version that installed or upgraded it
  public record InstalledPack(
      String version,
      JsonNode manifest,
      Map<MetadataRef, JsonNode> components,
      JsonNode params,
      String digest,
      long changedIn) {
    public InstalledPack {
      components = Map.copyOf(components);
    }
  }

  /// The installed version of a pack, or null.
  public @Nullable String packVersion(String pack) {
    InstalledPack installed = packs.get(pack);
    return installed == null ? null : installed.version();
  }

  /// The packs in order of id.
  public Map<String, InstalledPack> packsInOrder() {
    return new TreeMap<>(packs);
  }
}
