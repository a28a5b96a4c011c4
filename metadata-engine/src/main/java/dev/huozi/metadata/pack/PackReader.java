package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
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
  private final RecentPacks recent = new RecentPacks();

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
    Pack known = recent.find(files);
    if (known != null) {
      return known;
    }
    Issues issues = new Issues();
    Pack pack = isModest(files, issues) ? new Reading(files, issues).pack() : null;
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    if (pack == null) {
      throw new IllegalStateException("A pack that could not be read must have issues.");
    }
    recent.add(files, pack);
    return pack;
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

  /// What lies in a pack's folder without being part of it: `README` files and the JSON Schemas.
  static boolean isLeftAside(String path) {
    return path.endsWith(".md") && path.indexOf('/') < 0 || path.startsWith(PackSchemas.FOLDER);
  }

  /// One pack that is being read.
  private final class Reading {
    private final Map<String, String> files = new TreeMap<>();
    private final Issues issues;
    private final Translations translations;
    private final Map<MetadataRef, SourceTree> sources = new LinkedHashMap<>();
    private final List<MetadataChange.Put> components = new ArrayList<>();
    private final List<SeedTable> seeds = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private Map<String, JsonNode> params = Map.of();

    Reading(Map<String, String> all, Issues issues) {
      this.issues = issues;
      all.forEach((path, text) -> {
        if (!isLeftAside(path)) {
          files.put(path, text);
        }
      });
      this.translations = Translations.read(files, issues);
    }

    @Nullable Pack pack() {
      SourceTree tree = manifestTree();
      PackManifest manifest = tree == null ? null : manifest(tree);
      params = manifest == null ? Map.of() : PackParams.defaults(manifest);
      Set<String> seen = new HashSet<>();
      files.forEach((path, text) -> {
        if (!seen.add(ApiName.key(Normalizer.normalize(path, Normalizer.Form.NFC)))) {
          issues.add(at(path, MetadataError.PACK_PATH, "path", path));
        }
        file(path, text);
      });
      translations.checkAllUsed(issues);
      return manifest == null || tree == null
          ? null
          : new Pack(
              Pack.Origin.FILES, manifest, tree, components, sources, seeds, scenarios, files);
    }

    private @Nullable SourceTree manifestTree() {
      String text = files.get(MANIFEST);
      if (text == null) {
        issues.add(at(MANIFEST, MetadataError.PACK_MANIFEST_MISSING));
        return null;
      }
      return YamlReader.read(MANIFEST, text, issues);
    }

    private @Nullable PackManifest manifest(SourceTree tree) {
      translations.into(Translations.MANIFEST, tree, issues);
      PackManifest manifest = DefinitionReader.read(tree, PackManifest.class, issues);
      if (manifest != null) {
        ManifestCheck.check(manifest, tree, issues);
      }
      return manifest;
    }

    private void file(String path, String text) {
      if (path.equals(MANIFEST)) {
        return;
      }
      if (isOutside(path)) {
        issues.add(at(path, MetadataError.PACK_PATH, "path", path));
      } else if (SeedReader.isSeed(path)) {
        if (SeedReader.read(path, text, issues) instanceof SeedTable table) {
          seeds.add(table);
        }
      } else if (ScenarioCheck.isScenario(path)) {
        scenario(path, text);
      } else if (!Translations.isTranslation(path)) {
        component(path, text);
      }
    }

    private void scenario(String path, String text) {
      SourceTree tree = YamlReader.read(path, text, issues);
      Scenario scenario = tree == null ? null : DefinitionReader.read(tree, Scenario.class, issues);
      if (tree != null && scenario != null) {
        checkName(path, ScenarioCheck.path(scenario.name()), tree);
        ScenarioCheck.check(scenario, tree, issues);
        scenarios.add(scenario);
      }
    }

    private void component(String path, String text) {
      MetadataKind<?> kind = kindOf(path);
      if (kind == null) {
        issues.add(at(path, MetadataError.PACK_FILE_UNKNOWN, "path", path, "choices", known()));
        return;
      }
      SourceTree tree = YamlReader.read(path, text, issues);
      if (tree == null) {
        return;
      }
      translations.into(kind.id() + "/" + nameIn(path, kind), tree, issues);
      if (!params.isEmpty()) {
        Placeholders.check(tree, params.keySet(), issues);
      }
      SourceTree filled = tree.with(Placeholders.fill(tree.tree(), params));
      Definition definition = DefinitionReader.read(filled, kind.type(), issues);
      if (definition != null) {
        checkName(path, PackReader.path(kind, definition.name()), tree);
        MetadataChange.Put put = new MetadataChange.Put(kind.id(), definition);
        components.add(put);
        sources.put(put.ref(), tree);
      }
    }

    private void checkName(String path, String expected, SourceTree tree) {
      if (!Normalizer.normalize(path, Normalizer.Form.NFC)
          .equals(Normalizer.normalize(expected, Normalizer.Form.NFC))) {
        issues.add(
            Issue.error(MetadataError.PACK_FILE_NAME, "name", "path", path, "expected", expected)
                .at(tree.atPath("name")));
      }
    }
  }

  /// Nothing is ever written under these names, but what would lead out of a folder elsewhere is
  /// refused here already.
  private static boolean isOutside(String path) {
    return path.startsWith("/")
        || path.contains("\\")
        || path.contains("..")
        || path.indexOf('\0') >= 0;
  }

  private List<String> known() {
    List<String> known =
        new ArrayList<>(kinds.all().stream().map(kind -> path(kind, "…")).toList());
    known.add(SeedTable.FOLDER + "…" + SeedTable.SUFFIX);
    known.add(ScenarioCheck.path("…"));
    known.add(Translations.path("…"));
    return known;
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

  private static String nameIn(String path, MetadataKind<?> kind) {
    int end = path.length() - kind.id().length() - SUFFIX.length() - 1;
    return path.substring(kind.folder().length() + 1, end);
  }

  static Issue at(String path, MetadataError code, Object... namesAndValues) {
    return Issue.error(code, null, namesAndValues).at(new SourceLocation(path, 1, 1));
  }
}
