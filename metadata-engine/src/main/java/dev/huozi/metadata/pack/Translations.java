package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.binding.YamlReader;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `translations/<language>.yaml`: texts in languages beside Chinese and English, by the property
/// they translate. They become part of the definitions when the pack is read.
///
/// ```
/// object/store#fields.name.label: 店名
/// pack#label: 訪問
/// ```
final class Translations {
  /// What the keys about the manifest begin with.
  static final String MANIFEST = "pack";

  /// Languages that stand in the definitions themselves.
  static final Set<String> INLINE = Set.of("zh", "en");

  static final String KEY = "^(pack|[a-z]+/[^#]+)#.+$";

  private static final Pattern PATH =
      Pattern.compile("translations/([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\.yaml");
  private static final Set<String> TEXTS = Set.of("label", "help", "description");

  private final Map<String, List<Text>> byComponent = new TreeMap<>();

  private Translations() {}

  private record Text(String path, String language, String text, @Nullable SourceLocation place) {}

  static boolean isTranslation(String path) {
    return PATH.matcher(path).matches();
  }

  static String path(String language) {
    return "translations/" + language + PackReader.SUFFIX;
  }

  static Translations read(Map<String, String> files, Issues issues) {
    Translations translations = new Translations();
    files.forEach((path, text) -> {
      Matcher matcher = PATH.matcher(path);
      SourceTree tree = matcher.matches() ? YamlReader.read(path, text, issues) : null;
      if (tree != null) {
        translations.add(matcher.group(1), path, tree, issues);
      }
    });
    return translations;
  }

  private void add(String language, String file, SourceTree tree, Issues issues) {
    if (!(tree.tree() instanceof ObjectNode texts)) {
      issues.add(PackReader.at(file, MetadataError.TRANSLATION_TARGET, "key", file));
      return;
    }
    for (Map.Entry<String, JsonNode> entry : texts.properties()) {
      String key = entry.getKey();
      SourceLocation place = tree.at("/" + PropertyPath.escape(key));
      int hash = key.indexOf('#');
      if (hash < 1 || !entry.getValue().isTextual()) {
        issues.add(Issue.error(MetadataError.TRANSLATION_TARGET, null, "key", key).at(place));
      } else {
        byComponent
            .computeIfAbsent(key.substring(0, hash), _ -> new ArrayList<>())
            .add(new Text(key.substring(hash + 1), language, entry.getValue().textValue(), place));
      }
    }
  }

  /// Puts the texts of a component into its tree.
  void into(String component, SourceTree tree, Issues issues) {
    List<Text> texts = byComponent.remove(component);
    if (texts == null) {
      return;
    }
    for (Text text : texts) {
      ObjectNode target = target(tree.tree(), text.path());
      if (target == null) {
        unknown(component, text, issues);
      } else if (target.has(text.language())) {
        issues.add(
            Issue.error(MetadataError.ITEM_DUPLICATE, null, "name", text.path()).at(text.place()));
      } else {
        target.put(text.language(), text.text());
      }
    }
  }

  private static @Nullable ObjectNode target(JsonNode tree, String path) {
    int dot = path.lastIndexOf('.');
    String last = path.substring(dot + 1);
    JsonNode owner = PropertyPath.find(tree, dot < 0 ? "" : path.substring(0, dot));
    if (!TEXTS.contains(last) || !(owner instanceof ObjectNode object)) {
      return null;
    }
    JsonNode texts = object.get(last);
    return texts == null
        ? object.putObject(last)
        : texts instanceof ObjectNode found ? found : null;
  }

  void checkAllUsed(Issues issues) {
    byComponent.forEach(
        (component, texts) -> texts.forEach(text -> unknown(component, text, issues)));
  }

  private static void unknown(String component, Text text, Issues issues) {
    issues.add(
        Issue.error(MetadataError.TRANSLATION_TARGET, null, "key", component + "#" + text.path())
            .at(text.place()));
  }
}
