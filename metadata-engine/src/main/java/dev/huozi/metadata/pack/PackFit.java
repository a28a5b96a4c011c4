package dev.huozi.metadata.pack;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      checkCycle(manifest, requires.get(i), "requires." + i, catalogue, issues);
    }
    checkUsers(manifest, catalogue, issues);
  }

  /// Packs that need each other could neither be installed nor removed one after the other.
  private static void checkCycle(
      PackManifest manifest,
      PackManifest.Requirement first,
      String path,
      Catalogue catalogue,
      Issues issues) {
    List<String> way = wayTo(manifest.id(), first.pack(), catalogue, new HashSet<>());
    if (!way.isEmpty()) {
      issues.error(
          MetadataError.PACK_CYCLE, path, "pack", manifest.id(), "way", String.join(" → ", way));
    }
  }

  /// The packs over which `from` needs `to`, both included; empty when it does not.
  private static List<String> wayTo(
      String to, String from, Catalogue catalogue, Set<String> visited) {
    Catalogue.InstalledPack installed = catalogue.packs().get(from);
    if (installed == null || !visited.add(from)) {
      return List.of();
    }
    for (PackManifest.Requirement next : InstalledPacks.manifest(installed).requires()) {
      List<String> rest =
          ApiName.same(next.pack(), to) ? List.of(to) : wayTo(to, next.pack(), catalogue, visited);
      if (!rest.isEmpty()) {
        List<String> way = new ArrayList<>(List.of(from));
        way.addAll(rest);
        return way;
      }
    }
    return List.of();
  }

  /// Other packs must still be content with the new version.
  private static void checkUsers(PackManifest manifest, Catalogue catalogue, Issues issues) {
    SemanticVersion version = SemanticVersion.parse(manifest.version());
    for (String user : InstalledPacks.requiredBy(manifest.id(), catalogue)) {
      Catalogue.InstalledPack installed = catalogue.packs().get(user);
      if (version == null || installed == null) {
        continue;
      }
      for (PackManifest.Requirement one : InstalledPacks.manifest(installed).requires()) {
        VersionRange range = VersionRange.parse(one.version());
        if (ApiName.same(one.pack(), manifest.id()) && range != null && !range.accepts(version)) {
          issues.error(
              MetadataError.PACK_REQUIRED,
              "version",
              "pack",
              manifest.id(),
              "version",
              version,
              "user",
              user,
              "range",
              one.version());
        }
      }
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
