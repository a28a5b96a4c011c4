package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Walks through the tree of a definition along the shape of its record: finds the texts by
/// language, puts keys in canonical order.
public final class DefinitionTree {
  private DefinitionTree() {}

  /// Tells every text by language with its property path. The nodes may be changed; what is empty
  /// afterwards goes.
  public static void texts(Class<?> type, ObjectNode tree, BiConsumer<String, ObjectNode> told) {
    structure(Shape.of(type), tree, "", told);
  }

  private static void structure(
      Shape.Structure shape, ObjectNode node, String path, BiConsumer<String, ObjectNode> told) {
    for (Shape.Key key : shape.keys()) {
      JsonNode value = node.get(key.name());
      if (value != null) {
        value(key.shape(), value, PropertyPath.join(path, key.name()), told);
        if (key.shape() instanceof Shape.Languages && value.isEmpty()) {
          node.remove(key.name());
        }
      }
    }
  }

  private static void value(
      Shape shape, JsonNode node, String path, BiConsumer<String, ObjectNode> told) {
    switch (shape) {
      case Shape.Languages _ -> {
        if (node instanceof ObjectNode texts) {
          told.accept(path, texts);
        }
      }
      case Shape.Structure structure -> {
        if (node instanceof ObjectNode object) {
          structure(structure, object, path, told);
        }
      }
      case Shape.Many many -> {
        for (int i = 0; i < node.size(); i++) {
          String name = PropertyPath.itemName(node.get(i));
          value(
              many.item(),
              node.get(i),
              PropertyPath.join(path, name == null ? Integer.toString(i) : name),
              told);
        }
      }
      case Shape.Keyed keyed ->
          node.properties()
              .forEach(one ->
                  value(
                      keyed.value(), one.getValue(), PropertyPath.join(path, one.getKey()), told));
      case Shape.Text _,
          Shape.Whole _,
          Shape.Flag _,
          Shape.Conditional _,
          Shape.Choice _,
          Shape.Variant _ -> {}
    }
  }

  /// The tree with its keys in canonical order.
  public static ObjectNode ordered(Class<?> type, ObjectNode tree) {
    return ordered(Shape.of(type), tree);
  }

  private static ObjectNode ordered(Shape.Structure shape, ObjectNode tree) {
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    known(shape, tree, ordered);
    tree.properties()
        .forEach(one -> {
          if (!ordered.has(one.getKey())) {
            ordered.set(one.getKey(), one.getValue());
          }
        });
    return ordered;
  }

  private static void known(Shape.Structure shape, ObjectNode tree, ObjectNode ordered) {
    for (Shape.Key key : shape.keys()) {
      JsonNode value = tree.get(key.name());
      if (value != null) {
        ordered.set(key.name(), ordered(key.shape(), value));
      }
      Shape.Structure variant = variant(key.shape(), value);
      if (variant != null) {
        known(variant, tree, ordered);
      }
    }
  }

  private static Shape.@Nullable Structure variant(Shape shape, @Nullable JsonNode word) {
    return shape instanceof Shape.Variant choices && word != null
        ? choices.byWord().get(word.asText())
        : null;
  }

  private static JsonNode ordered(Shape shape, JsonNode node) {
    if (shape instanceof Shape.Structure structure && node instanceof ObjectNode object) {
      return ordered(structure, object);
    }
    if (shape instanceof Shape.Many many && node instanceof ArrayNode list) {
      ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> ordered.add(ordered(many.item(), item)));
      return ordered;
    }
    return node;
  }
}
