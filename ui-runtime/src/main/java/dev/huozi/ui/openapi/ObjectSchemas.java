package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import java.util.Locale;
import java.util.regex.Pattern;

/// The schemas of one object: a record as read, as created, as changed.
final class ObjectSchemas {
  // What OpenAPI allows as the name of a schema.
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_]+");

  private final FieldSchemas fields;
  private final Locale locale;

  ObjectSchemas(FieldSchemas fields, Locale locale) {
    this.fields = fields;
    this.locale = locale;
  }

  /// The name of an object's schema: its own where that is allowed there, else one made of its id.
  static String name(ObjectModel object) {
    return PLAIN_NAME.matcher(object.name()).matches() ? object.name() : "object-" + object.id();
  }

  void add(ObjectModel object, ObjectNode schemas) {
    String name = name(object);
    schemas.set(name, read(object));
    schemas.set(name + ".create", write(object, true));
    schemas.set(name + ".update", write(object, false));
  }

  private ObjectNode read(ObjectModel object) {
    ObjectNode schema =
        Schemas.type("object").put("title", object.definition().label().get(locale, object.name()));
    if (!object.definition().description().isEmpty()) {
      schema.put("description", object.definition().description().get(locale, ""));
    }
    ObjectNode properties = schema.putObject("properties");
    properties.set("id", Schemas.uuid().put("readOnly", true));
    properties.set("version", Schemas.type("integer").put("minimum", 1).put("readOnly", true));
    for (FieldModel field : object.fields()) {
      if (!properties.has(field.name())) {
        properties.set(field.name(), fields.read(field));
      }
    }
    schema.putArray("required").add("id").add("version");
    return schema;
  }

  /// @param creating true where required fields must come; false for a change, which brings what
  ///   differs
  private ObjectNode write(ObjectModel object, boolean creating) {
    ObjectNode schema =
        Schemas.type("object").put("title", object.definition().label().get(locale, object.name()));
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Schemas.node().putArray("required");
    for (FieldModel model : object.fields()) {
      Field field = model.field();
      if (model.system() || FieldSchemas.isComputed(field)) {
        continue;
      }
      properties.set(field.name(), fields.write(model));
      if (creating && field.required().isAlways() && !field.hasDefault()) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }
}
