package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.NearestName;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `${name}` in the values of a pack's files stands for a parameter of the pack. Keys are never
/// replaced, and a pack without parameters has no placeholders at all.
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}\\s]+)\\}");

  private Placeholders() {}

  static boolean isIn(JsonNode tree) {
    if (tree.isTextual()) {
      return PLACEHOLDER.matcher(tree.textValue()).find();
    }
    for (JsonNode child : tree) {
      if (isIn(child)) {
        return true;
      }
    }
    return false;
  }

  /// The tree with values in place of placeholders: a value that is nothing but one has the
  /// parameter's type, inside a text it is written out.
  static JsonNode fill(JsonNode tree, Map<String, JsonNode> values) {
    if (values.isEmpty()) {
      return tree;
    }
    return switch (tree) {
      case ObjectNode object -> {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(one -> filled.set(one.getKey(), fill(one.getValue(), values)));
        yield filled;
      }
      case ArrayNode list -> {
        ArrayNode filled = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> filled.add(fill(item, values)));
        yield filled;
      }
      case TextNode text -> fill(text, values);
      default -> tree;
    };
  }

  private static JsonNode fill(TextNode text, Map<String, JsonNode> values) {
    Matcher matcher = PLACEHOLDER.matcher(text.textValue());
    if (matcher.matches()) {
      return values.getOrDefault(matcher.group(1), text);
    }
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      JsonNode value = values.get(matcher.group(1));
      String written =
          value == null
              ? matcher.group()
              : value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
      matcher.appendReplacement(filled, Matcher.quoteReplacement(written));
    }
    matcher.appendTail(filled);
    return TextNode.valueOf(filled.toString());
  }

  /// Every placeholder must name a parameter.
  static void check(SourceTree source, Set<String> params, Issues issues) {
    check(source.tree(), "", source, params, issues);
  }

  private static void check(
      JsonNode tree, String pointer, SourceTree source, Set<String> params, Issues issues) {
    if (tree.isTextual()) {
      Matcher matcher = PLACEHOLDER.matcher(tree.textValue());
      while (matcher.find()) {
        String name = matcher.group(1);
        if (!params.contains(name)) {
          issues.add(
              Issue.error(
                      MetadataError.PARAM_UNKNOWN,
                      null,
                      "param",
                      name,
                      "hint",
                      NearestName.hint(params, name))
                  .at(source.at(pointer)));
        }
      }
    } else if (tree instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        check(list.get(i), pointer + "/" + i, source, params, issues);
      }
    } else {
      for (Map.Entry<String, JsonNode> one : tree.properties()) {
        String key = PropertyPath.escape(one.getKey());
        check(one.getValue(), pointer + "/" + key, source, params, issues);
      }
    }
  }

  /// Puts placeholders back where a body still has the value that came from them.
  ///
  /// @param raw the tree with placeholders
  /// @param filled the body that was made of it
  /// @param present the body as it is now; changed in place
  static void restore(JsonNode raw, @Nullable JsonNode filled, JsonNode present) {
    if (raw instanceof ObjectNode source && present instanceof ObjectNode body) {
      for (Map.Entry<String, JsonNode> one : source.properties()) {
        String key = one.getKey();
        JsonNode before = filled == null ? null : filled.get(key);
        if (one.getValue().isTextual()) {
          if (isIn(one.getValue()) && Objects.equals(before, body.get(key))) {
            body.set(key, one.getValue());
          }
        } else if (body.get(key) instanceof JsonNode child) {
          restore(one.getValue(), before, child);
        }
      }
    } else if (raw instanceof ArrayNode source && present instanceof ArrayNode list) {
      items(source, filled, list);
    }
  }

  private static void items(ArrayNode raw, @Nullable JsonNode filled, ArrayNode present) {
    for (int i = 0; i < raw.size(); i++) {
      JsonNode item = raw.get(i);
      JsonNode before = filled == null ? null : filled.get(i);
      for (int j = 0; j < present.size() && before != null; j++) {
        JsonNode now = present.get(j);
        if (item.isTextual() && isIn(item) && now.equals(before)) {
          present.set(j, item);
        } else if (item.isContainerNode() && isSame(item, now, i == j)) {
          restore(item, before, now);
        }
      }
    }
  }

  /// Items with names are the same by name, others by place.
  private static boolean isSame(JsonNode item, JsonNode now, boolean samePlace) {
    String name = PropertyPath.itemName(item);
    return name == null ? samePlace : name.equals(PropertyPath.itemName(now));
  }
}
