package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.DefinitionTree;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.binding.YamlPrinter;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Prints a pack as files in canonical form: one component a file, which begins by naming its JSON
/// Schema; keys in canonical order; texts in Chinese and English in the definitions, those in other
/// languages in `translations`. Printing what was read from canonical files gives them back byte
/// for byte.
public final class PackPrinter {
  private final MetadataKinds kinds;

  public PackPrinter(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  /// The files by path, in order of path.
  public Map<String, String> print(Pack pack) {
    Map<MetadataRef, JsonNode> bodies = new HashMap<>();
    pack.components().forEach(put -> bodies.put(put.ref(), body(put)));
    return print(pack, bodies);
  }

  /// @param filled the bodies that the pack's sources gave when their parameters were filled in:
  ///   where a component still has a value of those, the parameter is printed
  Map<String, String> print(Pack pack, Map<MetadataRef, JsonNode> filled) {
    Map<String, String> files = new TreeMap<>();
    Map<String, ObjectNode> translations = new TreeMap<>();
    ObjectNode manifest = DefinitionWriter.write(pack.manifest());
    split(PackManifest.class, manifest, Translations.MANIFEST, translations);
    put(files, PackReader.MANIFEST, PackSchemas.PACK, manifest);
    for (MetadataChange.Put component : pack.components()) {
      MetadataKind<?> kind = kinds.get(component.kind());
      String name = component.definition().name();
      ObjectNode tree = tree(pack, component, filled);
      split(kind.type(), tree, kind.id() + "/" + name, translations);
      put(files, PackReader.path(kind, name), kind.id(), tree);
    }
    for (Scenario scenario : pack.scenarios()) {
      String path = ScenarioCheck.path(scenario.name());
      put(files, path, PackSchemas.SCENARIO, DefinitionWriter.write(scenario));
    }
    translations.forEach((language, texts) ->
        put(files, Translations.path(language), PackSchemas.TRANSLATION, sorted(texts)));
    pack.seeds()
        .forEach(seed -> files.put(seed.file(), pack.files().getOrDefault(seed.file(), "")));
    return files;
  }

  private static void put(Map<String, String> files, String path, String schema, ObjectNode tree) {
    files.put(path, PackSchemas.line(path, schema) + YamlPrinter.print(tree));
  }

  private ObjectNode tree(
      Pack pack, MetadataChange.Put component, Map<MetadataRef, JsonNode> filled) {
    ObjectNode body = body(component);
    SourceTree source = pack.sources().get(component.ref());
    if (pack.manifest().params().isEmpty() || source == null || !Placeholders.isIn(source.tree())) {
      return body;
    }
    Placeholders.restore(source.tree(), filled.get(component.ref()), body);
    return DefinitionTree.ordered(kinds.get(component.kind()).type(), body);
  }

  private static ObjectNode body(MetadataChange.Put component) {
    return DefinitionWriter.write((Record) component.definition());
  }

  /// Takes the texts in other languages out of a tree.
  private static void split(
      Class<?> type, ObjectNode tree, String component, Map<String, ObjectNode> translations) {
    DefinitionTree.texts(
        type,
        tree,
        (path, texts) -> {
          List<String> languages = new ArrayList<>();
          texts.fieldNames().forEachRemaining(languages::add);
          languages.removeAll(Translations.INLINE);
          for (String language : languages) {
            translations
                .computeIfAbsent(language, _ -> JsonNodeFactory.instance.objectNode())
                .set(component + "#" + path, texts.remove(language));
          }
        });
  }

  private static ObjectNode sorted(ObjectNode texts) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    texts.properties().forEach(text -> sorted.put(text.getKey(), text.getValue()));
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    sorted.forEach(node::set);
    return node;
  }
}
