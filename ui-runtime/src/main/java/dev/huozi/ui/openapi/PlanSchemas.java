package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The schemas of plans: what a change or a pack would do.
final class PlanSchemas {
  private static final String STRING = "string";
  private static final String INTEGER = "integer";

  private PlanSchemas() {}

  static void add(ObjectNode schemas) {
    schemas.set("huozi.Plan", plan());
    ObjectNode pack = plan();
    ObjectNode properties = pack.withObject("/properties");
    properties.set("pack", Schemas.type(STRING));
    properties.set("installed", Schemas.type(STRING));
    properties.set("version", Schemas.type(STRING));
    ObjectNode edit = properties(STRING, "kind", "name", "path", "fate");
    values(edit, "installed", "tenant");
    properties.set("localEdits", Schemas.array(edit));
    properties.set("localEditsLost", Schemas.type(INTEGER));
    ObjectNode conflict = properties(STRING, "key", "kind", "name", "path", "chosen");
    values(conflict, "installed", "pack", "tenant");
    properties.set("conflicts", Schemas.array(conflict));
    schemas.set("huozi.PackPlan", pack);
  }

  private static ObjectNode plan() {
    ObjectNode schema = properties(INTEGER, "baseVersion", "millis");
    ObjectNode properties = schema.withObject("/properties");
    properties.set("digest", Schemas.type(STRING));
    ObjectNode item = properties(STRING, "op", "kind", "name", "path", "risk");
    values(item, "before", "after");
    properties.set("items", Schemas.array(item));
    ObjectNode statement = properties(STRING, "sql", "lock", "rewrite");
    statement.withObject("/properties").set("rows", Schemas.type(INTEGER));
    statement.withObject("/properties").set("bytes", Schemas.type(INTEGER));
    statement.withObject("/properties").set("afterwards", Schemas.type("boolean"));
    statement.withObject("/properties").set("millis", Schemas.type(INTEGER));
    properties.set("statements", Schemas.array(statement));
    ObjectNode loss = properties(STRING, "kind", "name", "path");
    loss.withObject("/properties").set("rows", Schemas.type(INTEGER));
    properties.set("losses", Schemas.array(loss));
    ObjectNode affected = properties(STRING, "kind", "name", "path");
    affected.withObject("/properties").set("uses", properties(STRING, "kind", "name", "field"));
    properties.set("affected", Schemas.array(affected));
    return schema;
  }

  /// Values of any type.
  private static void values(ObjectNode schema, String... names) {
    for (String name : names) {
      schema.withObject("/properties").set(name, Schemas.node());
    }
  }

  /// An object whose properties all have that type.
  static ObjectNode properties(String type, String... names) {
    ObjectNode schema = Schemas.type("object");
    ObjectNode properties = schema.putObject("properties");
    for (String name : names) {
      properties.set(name, Schemas.type(type));
    }
    return schema;
  }
}
