package dev.huozi.metadata.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renamings that a new version of a pack declares by `was`: the bodies it is merged with get the
/// new names first, so that an edit of a renamed field stays an edit of that field.
public final class Renames {
  private Renames() {}

  /// @param body the installed or the tenant's body
  /// @param pack the body that declares the renamings
  public static @Nullable JsonNode follow(@Nullable JsonNode body, @Nullable JsonNode pack) {
    if (body == null || pack == null) {
      return body;
    }
    JsonNode copy = body.deepCopy();
    rename(copy, pack);
    return copy;
  }

  private static void rename(JsonNode body, JsonNode pack) {
    if (body instanceof ObjectNode object) {
      take(object, pack.path("name"), pack.path("was"));
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (entry.getValue() instanceof ArrayNode list
            && pack.get(entry.getKey()) instanceof ArrayNode wished) {
          items(list, wished);
        }
      }
    }
  }

  private static void items(ArrayNode list, ArrayNode wished) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    list.forEach(item -> byName.put(item.path("name").asText(), item));
    for (JsonNode item : wished) {
      JsonNode former = byName.get(item.path("was").asText());
      if (former instanceof ObjectNode object
          && item.path("was").isTextual()
          && !byName.containsKey(item.path("name").asText())) {
        take(object, item.path("name"), item.path("was"));
      }
    }
  }

  private static void take(ObjectNode object, JsonNode name, JsonNode was) {
    if (was.isTextual() && was.equals(object.get("name"))) {
      object.set("name", TextNode.valueOf(name.asText()));
    }
  }
}
