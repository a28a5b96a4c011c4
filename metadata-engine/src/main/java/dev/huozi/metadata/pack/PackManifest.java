package dev.huozi.metadata.pack;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// `pack.yaml`: who a pack is and what it needs.
///
/// @param id API name of the pack, for example `crm_base`
/// @param version semantic version, for example `1.2.0`
public record PackManifest(
    String id,
    String version,
    LocalizedText label,
    LocalizedText description,
    List<Requirement> requires) {
  public PackManifest {
    requires = List.copyOf(requires);
  }

  /// Another pack that must be installed before.
  ///
  /// @param version range: exact `1.2.0`, `^1.2.0` (same major), `>=1.2.0`
  public record Requirement(String pack, String version) {}
}
