package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.binding.YamlReader;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.SourceLocation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the files of a pack. Finds everything that is wrong with their form at once, with file,
/// line and column; whether the definitions fit together and fit a tenant is checked by the plan.
public final class PackReader {
  public static final String MANIFEST = "pack.yaml";
  public static final int MAX_FILES = 5_000;
  public static final int MAX_CHARACTERS = 20_000_000;
  static final String SUFFIX = ".yaml";

  private final MetadataKinds kinds;

  public PackReader(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  /// The file of a component.
  public static String path(MetadataKind<?> kind, String name) {
    return kind.folder() + "/" + name + "." + kind.id() + SUFFIX;
  }

  /// The pack, or one problem (`METADATA_INVALID`) with all issues.
  ///
  /// @param files texts by path below the pack's folder, `/` between folders; `README` files
  ///   (`*.md`) at the top and the folder `.schemas` are left aside
  public Pack read(Map<String, String> files) {
    Issues issues = new Issues();
    Pack pack = read(files, issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    if (pack == null) {
      throw new IllegalStateException("A pack that could not be read must have issues.");
    }
    return pack;
  }

  private @Nullable Pack read(Map<String, String> files, Issues issues) {
    if (!isModest(files, issues)) {
      return null;
    }
    SourceTree manifestTree = manifestTree(files.get(MANIFEST), issues);
    PackManifest manifest = manifestTree == null ? null : manifest(manifestTree, issues);
    Map<MetadataRef, SourceTree> sources = new LinkedHashMap<>();
    List<MetadataChange.Put> components = new ArrayList<>();
    List<SeedTable> seeds = new ArrayList<>();
    Map<String, String> kept = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      if (isLeftAside(file.getKey())) {
        continue;
      }
      kept.put(file.getKey(), file.getValue());
      if (SeedReader.isSeed(file.getKey())) {
        if (SeedReader.read(file.getKey(), file.getValue(), issues) instanceof SeedTable table) {
          seeds.add(table);
        }
      } else if (isComponent(file.getKey(), issues)) {
        component(file.getKey(), file.getValue(), sources, components, issues);
      }
      if (!seen.add(ApiName.key(Normalizer.normalize(file.getKey(), Normalizer.Form.NFC)))) {
        issues.add(at(file.getKey(), MetadataError.PACK_PATH, "path", file.getKey()));
      }
    }
    return manifest == null || manifestTree == null
        ? null
        : new Pack(Pack.Origin.FILES, manifest, manifestTree, components, sources, seeds, kept);
  }

  private static boolean isModest(Map<String, String> files, Issues issues) {
    long characters = files.values().stream().mapToLong(String::length).sum();
    if (files.size() <= MAX_FILES && characters <= MAX_CHARACTERS) {
      return true;
    }
    issues.error(
        MetadataError.PACK_TOO_LARGE, null, "files", MAX_FILES, "characters", MAX_CHARACTERS);
    return false;
  }

  private static @Nullable SourceTree manifestTree(@Nullable String text, Issues issues) {
    if (text == null) {
      issues.add(at(MANIFEST, MetadataError.PACK_MANIFEST_MISSING));
      return null;
    }
    return YamlReader.read(MANIFEST, text, issues);
  }

  private static @Nullable PackManifest manifest(SourceTree tree, Issues issues) {
    PackManifest manifest = DefinitionReader.read(tree, PackManifest.class, issues);
    if (manifest != null) {
      ManifestCheck.check(manifest, tree, issues);
    }
    return manifest;
  }

  /// What lies in a pack's folder without being part of it: `README` files and the JSON Schemas.
  static boolean isLeftAside(String path) {
    return path.endsWith(".md") && path.indexOf('/') < 0 || path.startsWith(PackSchemas.FOLDER);
  }

  private boolean isComponent(String path, Issues issues) {
    if (path.equals(MANIFEST)) {
      return false;
    }
    if (path.startsWith("/")
        || path.contains("\\")
        || path.contains("..")
        || path.indexOf('\0') >= 0) {
      issues.add(at(path, MetadataError.PACK_PATH, "path", path));
      return false;
    }
    return true;
  }

  private void component(
      String path,
      String text,
      Map<MetadataRef, SourceTree> sources,
      List<MetadataChange.Put> components,
      Issues issues) {
    MetadataKind<?> kind = kindOf(path);
    if (kind == null) {
      List<String> known = new ArrayList<>(kinds.all().stream().map(one -> path(one, "…")).toList());
      known.add(SeedTable.FOLDER + "…" + SeedTable.SUFFIX);
      issues.add(at(path, MetadataError.PACK_FILE_UNKNOWN, "path", path, "choices", known));
      return;
    }
    SourceTree tree = YamlReader.read(path, text, issues);
    Definition definition = tree == null ? null : DefinitionReader.read(tree, kind.type(), issues);
    if (tree == null || definition == null) {
      return;
    }
    String expected = path(kind, definition.name());
    if (!Normalizer.normalize(path, Normalizer.Form.NFC)
        .equals(Normalizer.normalize(expected, Normalizer.Form.NFC))) {
      issues.add(
          Issue.error(MetadataError.PACK_FILE_NAME, "name", "path", path, "expected", expected)
              .at(tree.atPath("name")));
    }
    MetadataChange.Put put = new MetadataChange.Put(kind.id(), definition);
    components.add(put);
    sources.put(put.ref(), tree);
  }

  /// By folder and suffix: `objects/store.object.yaml`.
  private @Nullable MetadataKind<?> kindOf(String path) {
    for (MetadataKind<?> kind : kinds.all()) {
      String rest =
          path.startsWith(kind.folder() + "/") ? path.substring(kind.folder().length() + 1) : "/";
      if (rest.indexOf('/') < 0 && rest.endsWith("." + kind.id() + SUFFIX)) {
        return kind;
      }
    }
    return null;
  }

  private static Issue at(String path, MetadataError code, Object... namesAndValues) {
    return Issue.error(code, null, namesAndValues).at(new SourceLocation(path, 1, 1));
  }
}
