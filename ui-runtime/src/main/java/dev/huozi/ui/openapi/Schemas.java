package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Small pieces of JSON Schema.
final class Schemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private Schemas() {}

  static ObjectNode node() {
    return NODES.objectNode();
  }

  static ObjectNode type(String type) {
    return node().put("type", type);
  }

  static ObjectNode uuid() {
    return type("string")
        .put("format", "uuid")
        .put("example", "0199f3c2-7a10-7c3e-9a55-3b1f6a2d4e01");
  }

  static ObjectNode ref(String schema) {
    return node().put("$ref", "#/components/schemas/" + schema);
  }

  static ObjectNode anyOf(ObjectNode... choices) {
    ObjectNode node = node();
    ArrayNode list = node.putArray("anyOf");
    for (ObjectNode choice : choices) {
      list.add(choice);
    }
    return node;
  }

  static ObjectNode array(ObjectNode items) {
    ObjectNode array = type("array");
    array.set("items", items);
    return array;
  }

  /// An object with exactly this one property.
  static ObjectNode keyed(String property) {
    ObjectNode schema = type("object");
    schema.putObject("properties").putObject(property);
    schema.putArray("required").add(property);
    return schema.put("additionalProperties", false);
  }

  /// The same value, or null.
  static ObjectNode orNull(ObjectNode schema) {
    if (!schema.path("type").isTextual()) {
      return anyOf(schema, type("null"));
    }
    String type = schema.get("type").textValue();
    schema.putArray("type").add(type).add("null");
    if (schema.path("enum") instanceof ArrayNode codes) {
      codes.addNull();
    }
    return schema;
  }
}
