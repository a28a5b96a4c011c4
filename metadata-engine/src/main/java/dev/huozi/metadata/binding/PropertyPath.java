package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Property paths inside a component: keys joined by dots, list items by what names them
/// (`fields.amount.label.zh`, `values.MT.color`), items without a name by their number from 0.
public final class PropertyPath {
  private PropertyPath() {}

  /// The key that names the items of a list, where they have one.
  public static @Nullable String itemName(JsonNode item) {
    for (String key : new String[] {"name", "code"}) {
      JsonNode value = item.get(key);
      if (value != null && value.isTextual()) {
        return value.textValue();
      }
    }
    return null;
  }

  public static String join(String parent, String child) {
    return parent.isEmpty() ? child : parent + "." + child;
  }

  /// What stands at a path, or null.
  public static @Nullable JsonNode find(JsonNode tree, String path) {
    JsonNode node = tree;
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
      String index = node.isArray() ? index(node, step) : null;
      node =
          node.isArray()
              ? (index == null ? null : node.get(Integer.parseInt(index)))
              : node.get(step);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  /// The JSON pointer of a path as far as the tree goes along with it.
  static String pointer(JsonNode tree, String path) {
    StringBuilder pointer = new StringBuilder();
    JsonNode node = tree;
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
      String key = node.isArray() ? index(node, step) : node.has(step) ? step : null;
      if (key == null) {
        break;
      }
      node = node.isArray() ? node.get(Integer.parseInt(key)) : node.get(key);
      pointer.append('/').append(escape(key));
    }
    return pointer.toString();
  }

  public static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static @Nullable String index(JsonNode list, String step) {
    for (int i = 0; i < list.size(); i++) {
      if (step.equals(itemName(list.get(i))) || step.equals(Integer.toString(i))) {
        return Integer.toString(i);
      }
    }
    return null;
  }
}
