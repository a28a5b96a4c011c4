package dev.huozi.metadata.pack;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether a pack's definitions fit together with those of the packs it requires, as an empty
/// tenant would have them.
final class OfflineFit {
  private OfflineFit() {}

  /// @param others files of other packs; when one that is required is not among them nothing can be
  ///   said
  static void check(
      MetadataKinds kinds, Pack pack, List<Map<String, String>> others, Issues issues) {
    Map<String, Pack> known = new LinkedHashMap<>();
    known.put(SystemPack.ID, SystemPack.read(kinds));
    try {
      for (Map<String, String> files : others) {
        Pack other = new PackReader(kinds).read(files);
        known.put(ApiName.key(other.manifest().id()), other);
      }
    } catch (ProblemException problem) {
      problem.issues().forEach(issues::add);
      return;
    }
    Map<String, Pack> needed = new LinkedHashMap<>();
    needed.put(SystemPack.ID, known.get(SystemPack.ID));
    if (collect(pack, known, needed, issues)) {
      fit(kinds, pack, List.copyOf(needed.values()), issues);
    }
  }

  /// False when a required pack is not known.
  private static boolean collect(
      Pack pack, Map<String, Pack> known, Map<String, Pack> needed, Issues issues) {
    boolean all = true;
    for (PackManifest.Requirement requirement : pack.manifest().requires()) {
      String key = ApiName.key(requirement.pack());
      Pack found = known.get(key);
      if (found == null) {
        all = false;
      } else if (needed.putIfAbsent(key, found) == null) {
        all &= collect(found, known, needed, issues);
      }
    }
    return all;
  }

  private static void fit(MetadataKinds kinds, Pack pack, List<Pack> needed, Issues issues) {
    List<Pack> all = new ArrayList<>(needed);
    all.add(pack);
    try {
      OfflineModel.snapshot(kinds, all);
    } catch (ProblemException problem) {
      ProblemException placed = PackIssues.withPlaces(problem, pack);
      if (placed.code() != MetadataError.METADATA_INVALID) {
        throw placed;
      }
      placed.issues().forEach(issues::add);
    }
  }
}
