package dev.huozi.ui.command;

import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackManifest;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.platform.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The folders of the packs that a pack requires: those named, and what lies beside the pack under
/// the id of one.
final class RequiredPacks {
  @Option(names = "--with", paramLabel = "DIR")
  private List<Path> named = new ArrayList<>();

  /// Their files, in an order in which one may be applied after the other. What is not found is
  /// left to whoever needs it.
  List<Map<String, String>> files(Path pack) {
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    Path home = pack.toAbsolutePath().normalize();
    collect(PackFiles.read(pack), home.getParent(), found);
    return List.copyOf(found.values());
  }

  /// The ids of the packs that are required and not found, so that nobody can check what refers to
  /// them.
  Set<String> missing(Path pack) {
    Path beside = pack.toAbsolutePath().normalize().getParent();
    Set<String> missing = new TreeSet<>();
    requires(PackFiles.read(pack)).stream()
        .map(PackManifest.Requirement::pack)
        .filter(id -> folder(id, beside) == null)
        .forEach(missing::add);
    return missing;
  }

  private void collect(
      Map<String, String> files, @Nullable Path beside, Map<String, Map<String, String>> found) {
    for (PackManifest.Requirement requirement : requires(files)) {
      Path folder = folder(requirement.pack(), beside);
      if (folder != null && !found.containsKey(requirement.pack())) {
        Map<String, String> needed = PackFiles.read(folder);
        collect(needed, beside, found);
        found.put(requirement.pack(), needed);
      }
    }
  }

  private static List<PackManifest.Requirement> requires(Map<String, String> files) {
    try {
      Pack pack = new PackReader(ProgramKinds.ALL).read(files);
      return pack.manifest().requires();
    } catch (ProblemException _) {
      return List.of(); // told by whoever reads the pack
    }
  }

  private @Nullable Path folder(String id, @Nullable Path beside) {
    for (Path one : named) {
      if (one.toAbsolutePath().normalize().endsWith(id)) {
        return one;
      }
    }
    if (beside == null) {
      return null;
    }
    Path sibling = beside.resolve(id);
    return Files.isRegularFile(sibling.resolve(PackReader.MANIFEST)) ? sibling : null;
  }
}
