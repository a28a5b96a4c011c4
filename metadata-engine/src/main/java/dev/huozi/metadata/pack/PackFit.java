package dev.huozi.metadata.pack;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a pack may be installed in a tenant: what it requires is there, and it is no step back.
final class PackFit {
  private PackFit() {}

  static void check(Pack pack, Catalogue catalogue, Issues issues) {
    PackManifest manifest = pack.manifest();
    if (ApiName.same(manifest.id(), Component.TENANT)) {
      issues.error(MetadataError.PACK_RESERVED, "id", "pack", manifest.id());
    }
    if (manifest.id().equals(SystemPack.ID) && !isOurs(pack)) {
      issues.error(MetadataError.PACK_RESERVED, "id", "pack", manifest.id());
    }
    checkVersion(manifest, catalogue.packVersion(manifest.id()), issues);
    List<PackManifest.Requirement> requires = manifest.requires();
    for (int i = 0; i < requires.size(); i++) {
      checkRequirement(requires.get(i), "requires." + i, catalogue, issues);
    }
  }

  /// Only what this program brings along may call itself the system pack.
  private static boolean isOurs(Pack pack) {
    return pack.origin() == Pack.Origin.BUILT_IN;
  }

  private static void checkVersion(
      PackManifest manifest, @Nullable String installed, Issues issues) {
    SemanticVersion present = installed == null ? null : SemanticVersion.parse(installed);
    SemanticVersion wished = SemanticVersion.parse(manifest.version());
    if (present != null && wished != null && wished.compareTo(present) < 0) {
      issues.error(
          MetadataError.PACK_DOWNGRADE,
          "version",
          "pack",
          manifest.id(),
          "installed",
          present,
          "version",
          wished);
    }
  }

  private static void checkRequirement(
      PackManifest.Requirement requirement, String path, Catalogue catalogue, Issues issues) {
    String version = catalogue.packVersion(requirement.pack());
    SemanticVersion installed = version == null ? null : SemanticVersion.parse(version);
    VersionRange range = VersionRange.parse(requirement.version());
    if (installed == null) {
      issues.error(
          MetadataError.PACK_REQUIRES_MISSING,
          path,
          "pack",
          requirement.pack(),
          "version",
          requirement.version());
    } else if (range != null && !range.accepts(installed)) {
      issues.error(
          MetadataError.PACK_REQUIRES_VERSION,
          path,
          "pack",
          requirement.pack(),
          "version",
          requirement.version(),
          "installed",
          installed);
    }
  }
}
