package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The addresses of definitions and packs.
final class ModelPaths {
  private static final String TAG = "huozi";
  private static final String STRING = "string";

  private final Words words;

  ModelPaths(Words words) {
    this.words = words;
  }

  /// What every user may look at.
  void add(ObjectNode paths) {
    paths.putObject("/api/meta").set("get", get("meta.kinds", Schemas.type("object")));
    ObjectNode kind = paths.putObject("/api/meta/{kind}");
    kind.putArray("parameters").add(Operations.path("kind", Schemas.type(STRING)));
    kind.set("get", get("meta.components", Schemas.type("object")));
    component(paths, "/api/meta/{kind}/{name}")
        .set("get", get("meta.component", Schemas.type("object")));
  }

  /// What only administrators may do.
  void addForAdministrators(ObjectNode paths) {
    ObjectNode plan = Schemas.ref("huozi.Plan");
    paths.putObject("/api/meta/plan").set("post", post("meta.plan", changeList(false), plan));
    paths
        .putObject("/api/meta/publish")
        .set("post", post("meta.publish", changeList(true), integers("version")));
    versions(paths);
    packs(paths);
  }

  private void versions(ObjectNode paths) {
    ObjectNode any = Schemas.type("object");
    paths
        .putObject("/api/meta/versions")
        .set(
            "get",
            Operations.parameters(
                get("meta.versions", list(any.deepCopy())),
                Operations.query("limit", "integer", words.say("openapi.parameter.limit")),
                Operations.query("before", "integer", words.say("openapi.parameter.before"))));
    ObjectNode one = paths.putObject("/api/meta/versions/{version}");
    one.putArray("parameters").add(Operations.path("version", Schemas.type("integer")));
    one.set("get", get("meta.version", any.deepCopy()));
    paths.putObject("/api/meta/progress").set("get", get("meta.progress", any.deepCopy()));
    paths
        .putObject("/api/meta/diff")
        .set(
            "get",
            Operations.parameters(
                get("meta.diff", any.deepCopy()),
                Operations.query("from", "integer", words.say("openapi.parameter.from")),
                Operations.query("to", "integer", words.say("openapi.parameter.to"))));
    ObjectNode wanted = Schemas.keyed("version");
    wanted.withObject("/properties").set("version", Schemas.type("integer"));
    paths
        .putObject("/api/meta/rollback/plan")
        .set("post", post("meta.rollback-plan", wanted, Schemas.ref("huozi.Plan")));
    ObjectNode agreed = wanted.deepCopy();
    approval(agreed);
    agreed.withObject("/properties").set("reason", Schemas.type(STRING));
    paths
        .putObject("/api/meta/rollback")
        .set("post", post("meta.rollback", agreed, integers("version")));
    component(paths, "/api/meta/{kind}/{name}/uses")
        .set(
            "get",
            Operations.parameters(
                get("meta.uses", list(any.deepCopy())),
                Operations.query("field", STRING, words.say("openapi.parameter.field"))));
  }

  private void packs(ObjectNode paths) {
    paths.putObject("/api/packs").set("get", get("packs.list", list(installed())));
    paths
        .putObject("/api/packs/plan")
        .set("post", post("packs.plan", pack(false), Schemas.ref("huozi.PackPlan")));
    ObjectNode applied = texts("pack", "version");
    applied.withObject("/properties").set("metadataVersion", Schemas.type("integer"));
    paths.putObject("/api/packs/apply").set("post", post("packs.apply", pack(true), applied));
    ObjectNode consent = Schemas.keyed("baseVersion");
    approval(consent);
    ObjectNode removed = texts("pack");
    removed.withObject("/properties").set("metadataVersion", Schemas.type("integer"));
    ObjectNode removal = paths.putObject("/api/packs/{id}/uninstall/plan");
    removal.putArray("parameters").add(Operations.path("id", Schemas.type(STRING)));
    removal.set("post", get("packs.removal", Schemas.ref("huozi.Plan")));
    ObjectNode uninstall = paths.putObject("/api/packs/{id}/uninstall");
    uninstall.putArray("parameters").add(Operations.path("id", Schemas.type(STRING)));
    uninstall.set("post", post("packs.uninstall", consent, removed));
    ObjectNode files = paths.putObject("/api/packs/{id}/files");
    files.putArray("parameters").add(Operations.path("id", Schemas.type(STRING)));
    ObjectNode answer = texts("pack", "side");
    answer.withObject("/properties").set("files", map(Schemas.type(STRING)));
    files.set(
        "get",
        Operations.parameters(
            get("packs.files", answer),
            Operations.query("side", STRING, words.say("openapi.parameter.side"))));
  }

  private static ObjectNode component(ObjectNode paths, String path) {
    ObjectNode component = paths.putObject(path);
    component
        .putArray("parameters")
        .add(Operations.path("kind", Schemas.type(STRING)))
        .add(Operations.path("name", Schemas.type(STRING)));
    return component;
  }

  private ObjectNode operation(String key) {
    return Operations.operation(key.replace('.', '_'), TAG, words.say("openapi." + key));
  }

  private ObjectNode get(String key, ObjectNode answer) {
    ObjectNode operation = operation(key);
    Operations.answers(operation, 200, words.say("openapi.done"), answer);
    return operation;
  }

  private ObjectNode post(String key, ObjectNode body, ObjectNode answer) {
    ObjectNode operation = Operations.body(operation(key), body);
    Operations.answers(operation, 200, words.say("openapi.done"), answer);
    return operation;
  }

  private static ObjectNode changeList(boolean publish) {
    ObjectNode put = texts("kind");
    put.withObject("/properties").set("body", Schemas.type("object"));
    ObjectNode change = Schemas.type("object");
    change.putObject("properties").set("put", put);
    change.withObject("/properties").set("remove", texts("kind", "name"));
    ObjectNode schema = texts("reason");
    schema.withObject("/properties").set("changes", Schemas.array(change));
    schema.putArray("required").add("changes");
    if (publish) {
      approval(schema);
      schema.withArray("required").add("baseVersion");
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode pack(boolean apply) {
    ObjectNode side = Schemas.type(STRING);
    side.putArray("enum").add("tenant").add("pack");
    ObjectNode schema = Schemas.keyed("files");
    ObjectNode properties = schema.withObject("/properties");
    properties.set("files", map(Schemas.type(STRING)));
    properties.set("choices", map(side));
    properties.set("params", map(Schemas.node()));
    if (apply) {
      approval(schema);
    }
    return schema.put("additionalProperties", false);
  }

  /// What the caller saw of the plan and agrees to.
  private static void approval(ObjectNode schema) {
    ObjectNode properties = schema.withObject("/properties");
    properties.set("baseVersion", Schemas.type("integer"));
    properties.set("digest", Schemas.type(STRING));
    properties.set("destroy", Schemas.type("boolean"));
  }

  private static ObjectNode installed() {
    ObjectNode schema = texts("id", "version");
    ObjectNode properties = schema.withObject("/properties");
    properties.set("label", map(Schemas.type(STRING)));
    properties.set("description", map(Schemas.type(STRING)));
    properties.set("requires", Schemas.array(texts("pack", "version")));
    properties.set("requiredBy", Schemas.array(Schemas.type(STRING)));
    for (String name : new String[] {"components", "localEdits", "installedInVersion"}) {
      properties.set(name, Schemas.type("integer"));
    }
    return schema;
  }

  private static ObjectNode list(ObjectNode item) {
    ObjectNode schema = Schemas.type("object");
    schema.putObject("properties").set("items", Schemas.array(item));
    return schema;
  }

  private static ObjectNode map(ObjectNode values) {
    ObjectNode schema = Schemas.type("object");
    schema.set("additionalProperties", values);
    return schema;
  }

  private static ObjectNode texts(String... names) {
    return PlanSchemas.properties(STRING, names);
  }

  private static ObjectNode integers(String... names) {
    return PlanSchemas.properties("integer", names);
  }
}
