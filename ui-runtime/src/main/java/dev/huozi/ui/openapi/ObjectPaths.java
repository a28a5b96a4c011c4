package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The addresses of one object.
final class ObjectPaths {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final Words words;
  private final Locale locale;

  ObjectPaths(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  void add(ObjectModel object, ObjectNode paths) {
    Subject subject =
        new Subject(
            ObjectSchemas.name(object), object.definition().label().get(locale, object.name()));
    String encoded = URLEncoder.encode(object.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String collection = "/api/data/" + encoded;
    ObjectNode many = paths.putObject(collection);
    many.set("get", list(subject));
    many.set("post", create(subject));
    ObjectNode one = paths.putObject(collection + "/{id}");
    one.putArray("parameters").add(Operations.path("id", Schemas.uuid()));
    one.set("get", get(subject));
    one.set("patch", update(subject));
    one.set("delete", delete(subject));
    ObjectNode history = paths.putObject(collection + "/{id}/history");
    history.putArray("parameters").add(Operations.path("id", Schemas.uuid()));
    history.set("get", history(subject));
    ObjectNode action = paths.putObject(collection + "/{id}/actions/{action}");
    action
        .putArray("parameters")
        .add(Operations.path("id", Schemas.uuid()))
        .add(Operations.path("action", Schemas.type("string")));
    action.set("post", act(subject));
    paths.putObject(collection + "/summary").set("get", summary(subject));
    paths.putObject("/api/bulk/" + encoded).set("post", bulk(subject));
  }

  /// @param schema name of the object's schema, also the last part of operation ids
  private record Subject(String schema, String label) {}

  private ObjectNode operation(Subject subject, String verb) {
    return Operations.operation(
        verb + "_" + subject.schema(),
        subject.schema(),
        words.say("openapi." + verb, "object", subject.label()));
  }

  private ObjectNode list(Subject subject) {
    ObjectNode operation = operation(subject, "list");
    ObjectNode limit = Operations.query("limit", "integer", words.say("openapi.parameter.limit"));
    limit
        .withObject("/schema")
        .put("minimum", 1)
        .put("maximum", ListQuery.MAX_LIMIT)
        .put("default", 50);
    Operations.parameters(
        operation,
        Operations.query("fields", "string", words.say("openapi.parameter.fields")),
        Operations.query("filter", "string", words.say("openapi.parameter.filter")),
        Operations.query("sort", "string", words.say("openapi.parameter.sort")),
        limit,
        Operations.query("cursor", "string", words.say("openapi.parameter.cursor")),
        Operations.query("q", "string", words.say("openapi.parameter.q")),
        Operations.query("view", "string", words.say("openapi.parameter.view")),
        Operations.query("count", "boolean", words.say("openapi.parameter.count")));
    ObjectNode page = Schemas.type("object");
    ObjectNode properties = page.putObject("properties");
    properties.set("records", Schemas.array(Schemas.ref(subject.schema())));
    properties.set("next", Schemas.orNull(Schemas.type("string")));
    properties.set("total", Schemas.type("integer"));
    properties.set("totalCapped", Schemas.type("boolean"));
    properties.set("estimate", Schemas.type("integer"));
    page.putArray("required").add("records").add("next");
    Operations.header(
        Operations.answers(operation, 200, words.say("openapi.page"), page),
        "Link",
        Schemas.type("string"));
    return operation;
  }

  private ObjectNode create(Subject subject) {
    ObjectNode operation = operation(subject, "create");
    Operations.parameters(
        operation,
        Operations.header("Idempotency-Key", words.say("openapi.parameter.idempotency"), false));
    Operations.body(operation, Schemas.ref(subject.schema() + ".create"));
    ObjectNode answer =
        Operations.answers(
            operation, 201, words.say("openapi.created"), Schemas.ref(subject.schema()));
    Operations.header(answer, "Location", Schemas.type("string"));
    Operations.header(answer, "ETag", Schemas.type("string"));
    return operation;
  }

  private ObjectNode get(Subject subject) {
    ObjectNode operation = operation(subject, "get");
    Operations.parameters(
        operation, Operations.query("fields", "string", words.say("openapi.parameter.fields")));
    record(operation, subject);
    return operation;
  }

  private ObjectNode update(Subject subject) {
    ObjectNode operation = operation(subject, "update");
    Operations.parameters(operation, ifMatch());
    Operations.body(
        operation, Schemas.ref(subject.schema() + ".update"), "application/json", MERGE_PATCH);
    record(operation, subject);
    stale(operation);
    return operation;
  }

  private ObjectNode delete(Subject subject) {
    ObjectNode operation = operation(subject, "delete");
    Operations.parameters(operation, ifMatch());
    Operations.answers(operation, 204, words.say("openapi.deleted"));
    stale(operation);
    return operation;
  }

  private ObjectNode act(Subject subject) {
    ObjectNode operation = operation(subject, "act");
    Operations.parameters(
        operation, Operations.header("If-Match", words.say("openapi.parameter.if-match"), false));
    record(operation, subject);
    return operation;
  }

  private ObjectNode history(Subject subject) {
    ObjectNode operation = operation(subject, "history");
    Operations.parameters(
        operation, Operations.query("limit", "integer", words.say("openapi.parameter.limit")));
    ObjectNode schema = Schemas.type("object");
    schema.putObject("properties").set("changes", Schemas.array(Schemas.ref("huozi.Change")));
    Operations.answers(operation, 200, words.say("openapi.changes"), schema);
    return operation;
  }

  private ObjectNode summary(Subject subject) {
    ObjectNode operation = operation(subject, "summary");
    Operations.parameters(
        operation,
        Operations.query("group", "string", words.say("openapi.parameter.group")),
        Operations.query("measure", "string", words.say("openapi.parameter.measure")),
        Operations.query("filter", "string", words.say("openapi.parameter.filter")),
        Operations.query("q", "string", words.say("openapi.parameter.q")));
    ObjectNode schema = Schemas.type("object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("groups", Schemas.array(Schemas.type("object")));
    properties.set("capped", Schemas.type("boolean"));
    Operations.answers(operation, 200, words.say("openapi.groups"), schema);
    return operation;
  }

  private ObjectNode bulk(Subject subject) {
    ObjectNode operation = operation(subject, "bulk");
    ObjectNode body = Schemas.keyed("records");
    ObjectNode records = Schemas.array(Schemas.ref(subject.schema() + ".create"));
    body.withObject("/properties").set("records", records.put("maxItems", 1000));
    Operations.body(operation, body);
    ObjectNode ids = Schemas.type("object");
    ids.putObject("properties").set("ids", Schemas.array(Schemas.uuid()));
    Operations.answers(operation, 200, words.say("openapi.created"), ids);
    return operation;
  }

  private void record(ObjectNode operation, Subject subject) {
    ObjectNode answer =
        Operations.answers(
            operation, 200, words.say("openapi.record"), Schemas.ref(subject.schema()));
    Operations.header(answer, "ETag", Schemas.type("string"));
  }

  private ObjectNode ifMatch() {
    return Operations.header("If-Match", words.say("openapi.parameter.if-match"), true);
  }

  private static void stale(ObjectNode operation) {
    ObjectNode responses = operation.withObject("/responses");
    for (String status : new String[] {"412", "428"}) {
      responses.putObject(status).put("$ref", "#/components/responses/huozi.Problem");
    }
  }
}
