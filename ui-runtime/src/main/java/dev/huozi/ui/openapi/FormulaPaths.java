package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The addresses that help to write formulas.
final class FormulaPaths {
  private static final String TAG = "huozi";
  private static final String STRING = "string";
  private static final String BOOLEAN = "boolean";
  private static final String INTEGER = "integer";

  private final Words words;

  FormulaPaths(Words words) {
    this.words = words;
  }

  void add(ObjectNode paths) {
    paths
        .putObject("/api/formula/functions")
        .set("get", answered(operation("formula.functions"), functions()));
    ObjectNode names = operation("formula.names");
    ObjectNode object = Operations.query("object", STRING, words.say("openapi.parameter.object"));
    Operations.parameters(
        names,
        object.put("required", true),
        Operations.query("path", STRING, words.say("openapi.formula.path")),
        Operations.query("scope", STRING, words.say("openapi.formula.scope")),
        Operations.query("referring", STRING, words.say("openapi.formula.referring")));
    paths.putObject("/api/formula/names").set("get", answered(names, names()));
    post(paths, "check", findings());
    post(paths, "spelling", text());
    post(paths, "adopt", text());
    post(paths, "trial", outcome());
  }

  private void post(ObjectNode paths, String question, ObjectNode answer) {
    ObjectNode operation = Operations.body(operation("formula." + question), body());
    paths.putObject("/api/formula/" + question).set("post", answered(operation, answer));
  }

  private static ObjectNode body() {
    ObjectNode body =
        PlanSchemas.properties(STRING, "object", "source", "result", "referring", "record");
    choice(body, "purpose", "filter", "rule", "condition", "formula", "default");
    choice(body, "scope", "live", "draft");
    choice(body, "blank", "zero", "blank");
    choice(body, "language", "zh", "en");
    body.putArray("required").add("object").add("source");
    return body;
  }

  private static ObjectNode findings() {
    ObjectNode edit = PlanSchemas.properties(INTEGER, "start", "end");
    properties(edit).set("text", Schemas.type(STRING));
    ObjectNode fix = PlanSchemas.properties(STRING, "title");
    properties(fix).set("edits", Schemas.array(edit));
    ObjectNode finding = PlanSchemas.properties(INTEGER, "start", "end");
    choice(finding, "severity", "error", "warning");
    properties(finding).set("code", Schemas.type(STRING));
    properties(finding).set("message", Schemas.type(STRING));
    properties(finding).set("fix", Schemas.orNull(fix));
    ObjectNode findings = PlanSchemas.properties(BOOLEAN, "valid");
    properties(findings).set("type", Schemas.orNull(PlanSchemas.properties(STRING, "id", "label")));
    properties(findings).set("findings", Schemas.array(finding));
    properties(findings)
        .set("inputs", Schemas.array(PlanSchemas.properties(STRING, "path", "label", "type")));
    properties(findings).set("note", Schemas.orNull(Schemas.type(STRING)));
    return findings;
  }

  private static ObjectNode names() {
    ObjectNode name = PlanSchemas.properties(STRING, "name", "label", "type");
    properties(name).set("written", texts());
    properties(name).set("leads", Schemas.type(BOOLEAN));
    properties(name).set("codes", texts());
    ObjectNode names = PlanSchemas.properties(STRING, "object");
    properties(names).set("names", Schemas.array(name));
    return names;
  }

  private static ObjectNode functions() {
    ObjectNode functions = Schemas.type("object");
    functions.putObject("properties").set("functions", Schemas.array(Schemas.type("object")));
    return functions;
  }

  private static ObjectNode text() {
    ObjectNode text = PlanSchemas.properties(STRING, "source");
    properties(text).set("renamed", texts());
    return text;
  }

  private static ObjectNode outcome() {
    ObjectNode outcome = PlanSchemas.properties(STRING, "value");
    properties(outcome).set("blank", Schemas.type(BOOLEAN));
    properties(outcome).set("failed", Schemas.type(BOOLEAN));
    properties(outcome)
        .set("inputs", Schemas.array(PlanSchemas.properties(STRING, "path", "label", "value")));
    return outcome;
  }

  /// Texts by a name.
  private static ObjectNode texts() {
    ObjectNode texts = Schemas.type("object");
    texts.set("additionalProperties", Schemas.type(STRING));
    return texts;
  }

  private static void choice(ObjectNode schema, String name, String... codes) {
    ObjectNode choice = Schemas.type(STRING);
    for (String code : codes) {
      choice.withArray("enum").add(code);
    }
    properties(schema).set(name, choice);
  }

  private static ObjectNode properties(ObjectNode schema) {
    return schema.withObject("/properties");
  }

  private ObjectNode operation(String key) {
    return Operations.operation(key.replace('.', '_'), TAG, words.say("openapi." + key));
  }

  private ObjectNode answered(ObjectNode operation, ObjectNode answer) {
    Operations.answers(operation, 200, words.say("openapi.done"), answer);
    return operation;
  }
}
