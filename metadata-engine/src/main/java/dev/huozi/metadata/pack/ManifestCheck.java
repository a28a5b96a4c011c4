package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import java.util.HashSet;
import java.util.Set;

/// What must be right with a manifest by itself.
final class ManifestCheck {
  private ManifestCheck() {}

  static void check(PackManifest manifest, SourceTree source, Issues issues) {
    Issues found = new Issues();
    ApiName.check(manifest.id(), "id", found);
    TextCheck.label(manifest.label(), "label", found);
    TextCheck.description(manifest.description(), "description", found);
    if (SemanticVersion.parse(manifest.version()) == null) {
      found.error(MetadataError.PACK_VERSION, "version", "value", manifest.version());
    }
    Set<String> names = new HashSet<>();
    for (PackManifest.Param param : manifest.params()) {
      param(param, names, found);
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < manifest.requires().size(); i++) {
      requirement(manifest, i, seen, found);
    }
    found
        .list()
        .forEach(issue -> issues.add(issue.at(source.atPath(String.valueOf(issue.subject())))));
  }

  private static void param(PackManifest.Param param, Set<String> names, Issues found) {
    String path = "params." + param.name();
    ApiName.check(param.name(), path + ".name", found);
    TextCheck.label(param.label(), path + ".label", found);
    if (!names.add(param.name())) {
      found.error(MetadataError.ITEM_DUPLICATE, path + ".name", "name", param.name());
    }
    // The codes of an option set are known when the pack meets a tenant.
    PackParams.check(param, PackParams.value(param.type(), param.defaultValue()), null, found);
  }

  private static void requirement(
      PackManifest manifest, int index, Set<String> seen, Issues found) {
    PackManifest.Requirement requirement = manifest.requires().get(index);
    String path = "requires." + index;
    if (VersionRange.parse(requirement.version()) == null) {
      found.add(
          Issue.error(MetadataError.PACK_RANGE, path + ".version", "value", requirement.version()));
    }
    if (ApiName.same(requirement.pack(), manifest.id())) {
      found.error(MetadataError.PACK_REQUIRES_ITSELF, path + ".pack", "pack", manifest.id());
    }
    if (!seen.add(ApiName.key(requirement.pack()))) {
      found.error(MetadataError.ITEM_DUPLICATE, path + ".pack", "name", requirement.pack());
    }
  }
}
