package dev.huozi.metadata.pack;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// A pack that a tenant has.
///
/// @param requiredBy ids of installed packs that need it
/// @param components how many components it defines
/// @param localEdits how many of their properties the tenant changed since
/// @param installedInVersion the tenant's metadata version that last installed or upgraded it
public record InstalledPack(
    String id,
    String version,
    LocalizedText label,
    LocalizedText description,
    List<PackManifest.Requirement> requires,
    List<String> requiredBy,
    int components,
    int localEdits,
    long installedInVersion) {
  public InstalledPack {
    requires = List.copyOf(requires);
    requiredBy = List.copyOf(requiredBy);
  }
}
