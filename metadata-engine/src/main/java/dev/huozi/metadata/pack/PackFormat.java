package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.YamlReader;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.SourceLocation;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a consultant does with the files of a pack at the desk, without a server: check, bring into
/// canonical form, begin a new one.
public final class PackFormat {
  private final MetadataKinds kinds;

  public PackFormat(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  /// Everything that is wrong with the files by themselves, each finding with file, line and
  /// column. What is only not in canonical form is a warning.
  ///
  /// @param files texts by path below the pack's folder
  public List<Issue> check(Map<String, String> files) {
    return check(files, List.of());
  }

  /// Also checks whether the definitions fit together, when all packs that this one requires are
  /// among `others`.
  ///
  /// @param others files of other packs
  public List<Issue> check(Map<String, String> files, List<Map<String, String>> others) {
    Issues issues = new Issues();
    files.forEach((path, text) -> comments(path, text, issues));
    Pack pack = read(files, issues);
    if (pack != null) {
      canonical(files, pack, issues);
      OfflineFit.check(kinds, pack, others, issues);
    }
    return issues.list();
  }

  private @Nullable Pack read(Map<String, String> files, Issues issues) {
    try {
      return new PackReader(kinds).read(files);
    } catch (ProblemException problem) {
      problem.issues().forEach(issues::add);
      return null;
    }
  }

  /// Only the first line may be a comment, and only the one that names the schema: others would be
  /// lost in the tenant.
  private static void comments(String path, String text, Issues issues) {
    if (!path.endsWith(PackReader.SUFFIX) || PackReader.isLeftAside(path)) {
      return;
    }
    for (SourceLocation place : YamlReader.comments(path, text)) {
      boolean namesSchema = place.line() == 1 && text.startsWith(PackSchemas.SCHEMA_LINE);
      if (!namesSchema) {
        issues.add(Issue.error(MetadataError.PACK_COMMENT, null).at(place));
      }
    }
  }

  private void canonical(Map<String, String> files, Pack pack, Issues issues) {
    new PackPrinter(kinds)
        .print(pack)
        .forEach((path, wished) -> {
          String text = files.getOrDefault(path, "");
          if (!text.equals(wished)) {
            issues.add(
                Issue.warning(MetadataError.PACK_NOT_CANONICAL, null)
                    .at(new SourceLocation(path, firstDifference(text, wished), 1)));
          }
        });
  }

  private static int firstDifference(String text, String wished) {
    List<String> lines = text.lines().toList();
    List<String> wishedLines = wished.lines().toList();
    int line = 0;
    while (line < Math.min(lines.size(), wishedLines.size())
        && lines.get(line).equals(wishedLines.get(line))) {
      line++;
    }
    return line + 1;
  }

  /// The files in canonical form. Comments go; files that are no part of the pack stay as they are.
  /// Throws one problem with all issues when the files cannot be read.
  public Map<String, String> format(Map<String, String> files) {
    Map<String, String> formatted = new TreeMap<>();
    files.forEach((path, text) -> {
      if (PackReader.isLeftAside(path)) {
        formatted.put(path, text);
      }
    });
    formatted.putAll(new PackPrinter(kinds).print(new PackReader(kinds).read(files)));
    return formatted;
  }

  /// A small pack to begin with: one object with its name, and the schemas for the editor.
  ///
  /// @param id API name of the pack
  public Map<String, String> init(String id, LocalizedText label) {
    PackManifest manifest =
        new PackManifest(id, "0.1.0", label, LocalizedText.EMPTY, List.of(), List.of());
    Field name =
        new Field(
            "name",
            LocalizedText.of("名称", "Name"),
            LocalizedText.EMPTY,
            new FieldType.Text(null),
            Condition.ALWAYS,
            false,
            Condition.NEVER,
            true,
            null,
            null,
            null,
            null);
    ObjectType first =
        new ObjectType(
            id + "_item",
            LocalizedText.of("条目", "Item"),
            LocalizedText.EMPTY,
            null,
            "name",
            true,
            List.of(name),
            List.of(),
            List.of(),
            null);
    List<MetadataChange.Put> components = new ArrayList<>();
    components.add(new MetadataChange.Put(ObjectKind.ID, first));
    Map<String, String> files =
        new TreeMap<>(new PackPrinter(kinds).print(Pack.made(manifest, components)));
    files.putAll(PackSchemas.all(kinds));
    // What cannot be a name is told now, not at the first plan.
    new PackReader(kinds).read(files);
    return files;
  }
}
