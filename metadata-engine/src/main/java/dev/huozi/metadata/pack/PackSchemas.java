package dev.huozi.metadata.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.JsonSchemas;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.platform.json.Json;
import java.util.Map;
import java.util.TreeMap;

/// JSON Schemas of the files of a pack, one for each kind, made from the records that the files are
/// read into. They lie in the pack's folder, where every file names its own, so that editors
/// complete without a server.
public final class PackSchemas {
  /// The folder of the schemas inside a pack's folder; no part of the pack.
  public static final String FOLDER = ".schemas/";

  static final String PACK = "pack";
  static final String SCENARIO = "scenario";
  static final String TRANSLATION = "translation";

  static final String SCHEMA_LINE = "# yaml-language-server: $schema=";
  private static final String SUFFIX = ".schema.json";

  private PackSchemas() {}

  /// The schema files by path: `.schemas/object.schema.json`.
  public static Map<String, String> all(MetadataKinds kinds) {
    Map<String, String> files = new TreeMap<>();
    files.put(path(PACK), print(JsonSchemas.of(PackManifest.class, PACK)));
    files.put(path(SCENARIO), print(JsonSchemas.of(Scenario.class, SCENARIO)));
    files.put(path(TRANSLATION), print(JsonSchemas.ofTexts(Translations.KEY, TRANSLATION)));
    for (MetadataKind<?> kind : kinds.all()) {
      Class<? extends Record> type = kind.type().asSubclass(Record.class);
      files.put(path(kind.id()), print(JsonSchemas.of(type, kind.id())));
    }
    return files;
  }

  private static String path(String kind) {
    return FOLDER + kind + SUFFIX;
  }

  /// The first line of a file: the only comment that a canonical file has.
  static String line(String file, String kind) {
    String up = "../".repeat((int) file.chars().filter(c -> c == '/').count());
    return SCHEMA_LINE + up + path(kind) + "\n";
  }

  private static String print(ObjectNode schema) {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree can be written
    }
  }
}
