package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.Condition;
import dev.huozi.platform.value.LocalizedText;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a definition record as a tree in canonical form: keys in the order of the record's
/// components, nothing that is empty or means the same when left out.
public final class DefinitionWriter {
  private DefinitionWriter() {}

  /// The tree of a definition, or of any record that one is made of.
  public static ObjectNode write(Record definition) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    writeKeys(Shape.of(definition.getClass()), definition, node);
    return node;
  }

  private static void writeKeys(Shape.Structure shape, Object record, ObjectNode node) {
    for (Shape.Key key : shape.keys()) {
      Object value = read(key, record);
      if (key.shape() instanceof Shape.Variant && value instanceof FieldType type) {
        node.put(key.name(), type.id());
        writeKeys(Shape.of(type.getClass()), type, node);
      } else {
        JsonNode written = value(key.shape(), value);
        if (written != null) {
          node.set(key.name(), written);
        }
      }
    }
  }

  /// Null for what is left out.
  private static @Nullable JsonNode value(Shape shape, @Nullable Object value) {
    return switch (shape) {
      case Shape.Text text -> value instanceof String string ? text(text, string) : null;
      case Shape.Whole _ -> value instanceof Integer number ? IntNode.valueOf(number) : null;
      case Shape.Flag flag ->
          value instanceof Boolean flagged && flagged != flag.otherwise()
              ? BooleanNode.valueOf(flagged)
              : null;
      case Shape.Conditional _ -> value instanceof Condition one ? condition(one) : null;
      case Shape.Languages _ ->
          value instanceof LocalizedText text && !text.isEmpty() ? languages(text) : null;
      case Shape.Choice _ ->
          value instanceof Enum<?> constant ? TextNode.valueOf(constant.name()) : null;
      case Shape.Many many ->
          value instanceof List<?> list && !list.isEmpty() ? many(many, list) : null;
      case Shape.Keyed keyed ->
          value instanceof Map<?, ?> map && !map.isEmpty() ? keyed(keyed, map) : null;
      case Shape.Structure _ -> value instanceof Record record ? write(record) : null;
      case Shape.Variant _ -> null;
    };
  }

  private static JsonNode text(Shape.Text shape, String text) {
    if (shape.anyScalar()) {
      JsonNode scalar = Scalars.resolve(text);
      boolean same = scalar.isNumber() && scalar.decimalValue().toPlainString().equals(text);
      if (same || scalar.isBoolean() && scalar.asText().equals(text)) {
        return scalar;
      }
    }
    return TextNode.valueOf(text);
  }

  private static @Nullable JsonNode condition(Condition condition) {
    if (condition.isNever()) {
      return null;
    }
    return condition.isAlways() ? BooleanNode.TRUE : TextNode.valueOf(condition.source());
  }

  private static JsonNode languages(LocalizedText text) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    text.texts().forEach(node::put);
    return node;
  }

  private static JsonNode many(Shape.Many shape, List<?> list) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    for (Object item : list) {
      JsonNode written = value(shape.item(), item);
      node.add(written == null ? JsonNodeFactory.instance.arrayNode() : written);
    }
    return node;
  }

  private static JsonNode keyed(Shape.Keyed shape, Map<?, ?> map) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    map.forEach((key, value) -> {
      JsonNode written = value(shape.value(), value);
      node.set((String) key, written == null ? JsonNodeFactory.instance.arrayNode() : written);
    });
    return node;
  }

  private static @Nullable Object read(Shape.Key key, Object record) {
    try {
      return key.component().getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "The key (%s) of a (%s) cannot be read.".formatted(key.name(), record.getClass()), e);
    }
  }
}
