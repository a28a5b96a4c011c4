package dev.huozi.ui.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// What may be chosen when a pack is planned.
final class PackOptions {
  @Option(names = "--choose", paramLabel = "KEY=tenant|pack")
  private final Map<String, String> choices = new LinkedHashMap<>();

  @Option(names = "--param", paramLabel = "NAME=VALUE")
  private final Map<String, String> parameters = new LinkedHashMap<>();

  /// The pack in that folder with these choices, as the API takes it.
  ObjectNode request(Path folder) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode files = body.putObject("files");
    PackFiles.read(folder).forEach(files::put);
    if (!choices.isEmpty()) {
      ObjectNode chosen = body.putObject("choices");
      choices.forEach(chosen::put);
    }
    if (!parameters.isEmpty()) {
      ObjectNode given = body.putObject("params");
      parameters.forEach((name, text) -> given.set(name, value(text)));
    }
    return body;
  }

  /// JSON where the text is JSON, else the text itself.
  private static JsonNode value(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException _) {
      return JsonNodeFactory.instance.textNode(text);
    }
  }
}
