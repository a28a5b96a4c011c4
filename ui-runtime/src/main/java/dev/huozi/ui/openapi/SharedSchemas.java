package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.value.ErrorKind;

/// The schemas that every object uses. Their names hold a dot, which no object's name can.
final class SharedSchemas {
  private final Words words;

  SharedSchemas(Words words) {
    this.words = words;
  }

  void add(ObjectNode schemas) {
    schemas.set("huozi.Money", money());
    schemas.set("huozi.FormulaError", formulaError());
    schemas.set("huozi.Reference", reference(false));
    schemas.set("huozi.PolyReference", reference(true));
    schemas.set("huozi.Change", change());
    schemas.set("huozi.Problem", problem());
    PlanSchemas.add(schemas);
  }

  private static ObjectNode money() {
    ObjectNode schema = Schemas.type("object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("amount", Schemas.type("number"));
    properties.set(
        "currency", Schemas.type("string").put("pattern", "^[A-Z]{3}$").put("example", "CNY"));
    schema.putArray("required").add("amount").add("currency");
    return schema;
  }

  private static ObjectNode reference(boolean withObject) {
    ObjectNode schema = Schemas.type("object");
    ObjectNode properties = schema.putObject("properties");
    if (withObject) {
      properties.set("object", Schemas.type("string"));
    }
    properties.set("id", Schemas.uuid());
    properties.set("name", Schemas.orNull(Schemas.type("string")));
    schema.putArray("required").add("id");
    return schema;
  }

  private static ObjectNode change() {
    ObjectNode schema = Schemas.type("object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("at", Schemas.type("string").put("format", "date-time"));
    properties.set("by", Schemas.ref("huozi.Reference"));
    properties.set("operation", Schemas.type("string"));
    ObjectNode field = Schemas.type("object");
    field.putObject("properties").set("before", Schemas.node());
    field.withObject("/properties").set("after", Schemas.node());
    ObjectNode fields = Schemas.type("object");
    fields.set("additionalProperties", field);
    properties.set("fields", fields);
    return schema;
  }

  private ObjectNode problem() {
    ObjectNode schema = Schemas.type("object").put("description", words.say("openapi.problem"));
    ObjectNode properties = schema.putObject("properties");
    for (String name : new String[] {"type", "title", "detail", "code", "instance"}) {
      properties.set(name, Schemas.type("string"));
    }
    properties.set("status", Schemas.type("integer"));
    properties.set("params", Schemas.type("object"));
    ObjectNode error = Schemas.type("object");
    ObjectNode parts = error.putObject("properties");
    for (String name : new String[] {"field", "code", "severity", "message", "at"}) {
      parts.set(name, Schemas.type("string"));
    }
    parts.set("params", Schemas.type("object"));
    properties.set("errors", Schemas.array(error));
    schema.putArray("required").add("type").add("title").add("status").add("code").add("instance");
    return schema;
  }

  /// What stands in the place of a value that a formula could not give.
  private ObjectNode formulaError() {
    ObjectNode schema = Schemas.type("object");
    schema.put("description", words.say("openapi.formula_error"));
    ObjectNode error = schema.putObject("properties").putObject("error");
    error.put("type", "string");
    ArrayNode codes = error.putArray("enum");
    for (ErrorKind kind : ErrorKind.values()) {
      codes.add(kind.name());
    }
    schema.putArray("required").add("error");
    return schema;
  }
}
