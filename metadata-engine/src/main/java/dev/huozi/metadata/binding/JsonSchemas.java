package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Writes the shape of a definition as JSON Schema (2020-12), for editors that complete and check
/// files while somebody types. What it accepts is what the reader accepts; rules between values are
/// left to the check.
public final class JsonSchemas {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  /// A parameter of the pack in place of a value that is no text.
  private static final String PLACEHOLDER = "^\\$\\{[^${}]+\\}$";

  private static final String LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

  private JsonSchemas() {}

  /// The schema of files that are read into this record.
  public static ObjectNode of(Class<? extends Record> type, String title) {
    ObjectNode schema = node().put("$schema", DIALECT).put("title", title);
    schema.setAll(structure(Shape.of(type)));
    return schema;
  }

  /// The schema of a file that is one map of texts.
  public static ObjectNode ofTexts(String keyPattern, String title) {
    ObjectNode schema = node().put("$schema", DIALECT).put("title", title).put("type", "object");
    schema.putObject("patternProperties").putObject(keyPattern).put("type", "string");
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode schema(Shape shape) {
    return switch (shape) {
      case Shape.Text text ->
          text.anyScalar() ? types("string", "number", "boolean") : node().put("type", "string");
      case Shape.Whole _ -> types("integer", "string").put("pattern", PLACEHOLDER);
      case Shape.Flag flag ->
          types("boolean", "string").put("pattern", PLACEHOLDER).put("default", flag.otherwise());
      case Shape.Conditional _ -> types("boolean", "string").put("default", false);
      case Shape.Languages _ -> languages();
      case Shape.Choice choice -> choice(choice);
      case Shape.Many many -> many(many);
      case Shape.Keyed keyed -> {
        ObjectNode map = node().put("type", "object");
        map.set("additionalProperties", schema(keyed.value()));
        yield map;
      }
      case Shape.Structure structure -> structure(structure);
      case Shape.Variant variant -> words(variant);
    };
  }

  private static ObjectNode types(String... types) {
    ObjectNode schema = node();
    ArrayNode list = schema.putArray("type");
    List.of(types).forEach(list::add);
    return schema;
  }

  private static ObjectNode languages() {
    ObjectNode schema = node().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("zh").put("type", "string");
    properties.putObject("en").put("type", "string");
    schema.putObject("patternProperties").putObject(LANGUAGE).put("type", "string");
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode choice(Shape.Choice choice) {
    ObjectNode schema = node();
    ArrayNode either = schema.putArray("anyOf");
    ArrayNode words = either.addObject().putArray("enum");
    for (Enum<?> constant : choice.type().getEnumConstants()) {
      words.add(constant.name());
    }
    either.addObject().put("type", "string").put("pattern", PLACEHOLDER);
    return schema;
  }

  private static ObjectNode many(Shape.Many many) {
    ObjectNode schema = node().put("type", "array");
    schema.set("items", schema(many.item()));
    return schema;
  }

  private static ObjectNode words(Shape.Variant variant) {
    ObjectNode schema = node();
    ArrayNode words = schema.putArray("enum");
    variant.byWord().keySet().forEach(words::add);
    return schema;
  }

  private static ObjectNode structure(Shape.Structure structure) {
    ObjectNode schema = node().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    boolean open = false;
    for (Shape.Key key : structure.keys()) {
      properties.set(key.name(), schema(key.shape()));
      if (key.required()) {
        required.add(key.name());
      }
      if (key.shape() instanceof Shape.Variant variant) {
        open = true;
        schema.set("allOf", cases(key.name(), variant));
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put(open ? "unevaluatedProperties" : "additionalProperties", false);
  }

  /// For each word the keys that stand beside it.
  private static JsonNode cases(String key, Shape.Variant variant) {
    ArrayNode cases = JsonNodeFactory.instance.arrayNode();
    variant
        .byWord()
        .forEach((word, structure) -> {
          ObjectNode inner = structure(structure);
          ObjectNode one = cases.addObject();
          ObjectNode condition = one.putObject("if");
          condition.putObject("properties").putObject(key).put("const", word);
          condition.putArray("required").add(key);
          ObjectNode then = one.putObject("then");
          then.set("properties", inner.get("properties"));
          if (inner.has("required")) {
            then.set("required", inner.get("required"));
          }
        });
    return cases;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
