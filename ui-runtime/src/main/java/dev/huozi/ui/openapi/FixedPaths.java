package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The addresses that do not depend on the tenant's objects.
final class FixedPaths {
  private static final String TAG = "huozi";

  private final Words words;
  private final boolean admin;

  /// @param admin true for a reader who may also use what only administrators may
  FixedPaths(Words words, boolean admin) {
    this.words = words;
    this.admin = admin;
  }

  void add(ObjectNode paths) {
    session(paths.putObject("/api/session"));
    paths.putObject("/api/openapi.json").set("get", get("openapi"));
    ModelPaths model = new ModelPaths(words);
    model.add(paths);
    new LoadPaths(words).add(paths);
    new FormulaPaths(words).add(paths);
    if (admin) {
      model.addForAdministrators(paths);
      accounts(paths);
      functions(paths);
    }
  }

  private void functions(ObjectNode paths) {
    ObjectNode function = paths.putObject("/api/functions/{name}");
    function.putArray("parameters").add(Operations.path("name", Schemas.type("string")));
    ObjectNode rows = Schemas.keyed("rows");
    rows.withObject("/properties").set("rows", Schemas.array(Schemas.type("object")));
    function.set("post", post("functions.run", rows, 200));
  }

  private void accounts(ObjectNode paths) {
    ObjectNode accounts = paths.putObject("/api/accounts");
    accounts.set("get", get("accounts.list"));
    accounts.set("post", post("accounts.create", account("user", "name", "role", "password"), 201));
    ObjectNode account = paths.putObject("/api/accounts/{id}");
    account.putArray("parameters").add(Operations.path("id", Schemas.uuid()));
    ObjectNode change = operation("accounts.change");
    ObjectNode changed = account();
    changed.withObject("/properties").set("active", Schemas.type("boolean"));
    Operations.body(change, changed);
    Operations.answers(change, 200, words.say("openapi.done"), Schemas.type("object"));
    account.set("patch", change);
  }

  private void session(ObjectNode path) {
    path.set("get", get("session.who"));
    ObjectNode credentials = texts("tenant", "user", "password");
    credentials.putArray("required").add("tenant").add("user").add("password");
    credentials.put("additionalProperties", false);
    credentials.withObject("/properties/password").put("format", "password");
    ObjectNode logIn = post("session.login", credentials, 200);
    logIn.putArray("security");
    path.set("post", logIn);
    ObjectNode logOut = operation("session.logout");
    Operations.answers(logOut, 204, words.say("openapi.done"));
    path.set("delete", logOut);
  }

  private ObjectNode operation(String key) {
    return Operations.operation(key.replace('.', '_'), TAG, words.say("openapi." + key));
  }

  private ObjectNode get(String key) {
    ObjectNode operation = operation(key);
    Operations.answers(operation, 200, words.say("openapi.done"), Schemas.type("object"));
    return operation;
  }

  private ObjectNode post(String key, ObjectNode body, int status) {
    ObjectNode operation = Operations.body(operation(key), body);
    Operations.answers(operation, status, words.say("openapi.done"), Schemas.type("object"));
    return operation;
  }

  private static ObjectNode account(String... required) {
    ObjectNode schema = texts("user", "name", "password", "locale");
    if (required.length == 0) {
      schema.withObject("/properties").remove("user");
    } else {
      for (String name : required) {
        schema.withArray("required").add(name);
      }
    }
    ObjectNode role = Schemas.type("string");
    role.putArray("enum").add("admin").add("user");
    schema.withObject("/properties").set("role", role);
    schema.withObject("/properties/password").put("format", "password");
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode texts(String... names) {
    return PlanSchemas.properties("string", names);
  }
}
