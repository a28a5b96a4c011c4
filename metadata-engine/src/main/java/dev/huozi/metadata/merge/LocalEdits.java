package dev.huozi.metadata.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.merge.MergeOutcome.LocalEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a tenant changed of an installed component, and whether a body still has it. The answer is
/// found in the body itself, whatever the merge believes.
public final class LocalEdits {
  private LocalEdits() {}

  /// @param tenant null when the tenant removed the component
  public static List<LocalEdit> between(@Nullable JsonNode installed, @Nullable JsonNode tenant) {
    return ThreeWayMerge.merge(installed, installed, tenant, Map.of()).localEdits();
  }

  /// Whether `body` has what the edit wanted: its value, what it added, or nothing where it took
  /// something away.
  public static boolean holds(LocalEdit edit, @Nullable JsonNode body) {
    JsonNode wanted = edit.tenant();
    if (edit.path().endsWith(ThreeWayMerge.ORDER)) {
      String path = edit.path().substring(0, edit.path().length() - ThreeWayMerge.ORDER.length());
      return wanted instanceof ArrayNode order
          && find(body, path) instanceof ArrayNode list
          && hasOrder(list, order);
    }
    JsonNode present = find(body, edit.path());
    return wanted == null ? present == null : present != null && contains(present, wanted);
  }

  /// Whether two property paths are the same, or one is inside the other.
  public static boolean overlap(String one, String other) {
    return one.isEmpty()
        || other.isEmpty()
        || one.equals(other)
        || one.startsWith(other + ".")
        || other.startsWith(one + ".");
  }

  /// The value at a path; items of lists stand at their keys, which may contain dots themselves.
  private static @Nullable JsonNode find(@Nullable JsonNode node, String path) {
    if (node == null || path.isEmpty()) {
      return node;
    }
    Map<String, JsonNode> inside =
        node instanceof ArrayNode list ? ThreeWayMerge.keyed(list) : properties(node);
    if (inside == null) {
      return null;
    }
    for (Map.Entry<String, JsonNode> entry : inside.entrySet()) {
      String key = entry.getKey();
      JsonNode found =
          path.equals(key)
              ? entry.getValue()
              : path.startsWith(key + ".")
                  ? find(entry.getValue(), path.substring(key.length() + 1))
                  : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Map<String, JsonNode> properties(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return null;
    }
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    object.properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
    return properties;
  }

  /// Whether everything in `wanted` is in `present` too: the other side may have added to it.
  private static boolean contains(JsonNode present, JsonNode wanted) {
    if (wanted instanceof ObjectNode object && present instanceof ObjectNode) {
      return object.properties().stream()
          .allMatch(entry -> {
            JsonNode value = present.get(entry.getKey());
            return value != null && contains(value, entry.getValue());
          });
    }
    Map<String, JsonNode> theirs =
        present instanceof ArrayNode list ? ThreeWayMerge.keyed(list) : null;
    Map<String, JsonNode> ours =
        wanted instanceof ArrayNode list ? ThreeWayMerge.keyed(list) : null;
    if (theirs != null && ours != null) {
      return ours.entrySet().stream()
          .allMatch(entry -> {
            JsonNode value = theirs.get(entry.getKey());
            return value != null && contains(value, entry.getValue());
          });
    }
    return Objects.equals(present, wanted);
  }

  private static boolean hasOrder(ArrayNode list, ArrayNode order) {
    Map<String, JsonNode> keyed = ThreeWayMerge.keyed(list);
    if (keyed == null) {
      return false;
    }
    List<String> wanted = new ArrayList<>();
    order.forEach(item -> wanted.add(item.asText()));
    List<String> both = wanted.stream().filter(keyed::containsKey).toList();
    return keyed.keySet().stream().filter(both::contains).toList().equals(both);
  }
}
