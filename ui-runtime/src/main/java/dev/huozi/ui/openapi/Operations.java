package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Builds the operations of the description.
final class Operations {
  private static final String JSON = "application/json";

  private Operations() {}

  /// An operation without parameters, body or answers; problems are added to all.
  static ObjectNode operation(String id, String tag, String summary) {
    ObjectNode operation = Schemas.node();
    operation.put("operationId", id);
    operation.putArray("tags").add(tag);
    operation.put("summary", summary);
    operation
        .putObject("responses")
        .putObject("default")
        .put("$ref", "#/components/responses/huozi.Problem");
    return operation;
  }

  static ObjectNode query(String name, String type, String description) {
    return parameter(name, "query", type, description);
  }

  static ObjectNode header(String name, String description, boolean required) {
    ObjectNode parameter = parameter(name, "header", "string", description);
    return required ? parameter.put("required", true) : parameter;
  }

  static ObjectNode path(String name, ObjectNode schema) {
    ObjectNode parameter = Schemas.node().put("name", name).put("in", "path").put("required", true);
    parameter.set("schema", schema);
    return parameter;
  }

  private static ObjectNode parameter(String name, String in, String type, String description) {
    ObjectNode parameter =
        Schemas.node().put("name", name).put("in", in).put("description", description);
    parameter.set("schema", Schemas.type(type));
    return parameter;
  }

  static ObjectNode parameters(ObjectNode operation, ObjectNode... parameters) {
    ArrayNode list = operation.withArray("parameters");
    for (ObjectNode parameter : parameters) {
      list.add(parameter);
    }
    return operation;
  }

  static ObjectNode body(ObjectNode operation, ObjectNode schema, String... mediaTypes) {
    ObjectNode content =
        operation.putObject("requestBody").put("required", true).putObject("content");
    for (String mediaType : mediaTypes.length == 0 ? new String[] {JSON} : mediaTypes) {
      content.putObject(mediaType).set("schema", schema);
    }
    return operation;
  }

  static ObjectNode answers(
      ObjectNode operation, int status, String description, ObjectNode schema) {
    ObjectNode response = answers(operation, status, description);
    response.putObject("content").putObject(JSON).set("schema", schema);
    return response;
  }

  static ObjectNode answers(ObjectNode operation, int status, String description) {
    return operation
        .withObject("/responses")
        .putObject(Integer.toString(status))
        .put("description", description);
  }

  static void header(ObjectNode response, String name, ObjectNode schema) {
    response.withObject("/headers").putObject(name).set("schema", schema);
  }
}
