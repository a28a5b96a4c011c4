package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The addresses of files in and out and of writes to several objects.
final class LoadPaths {
  private static final String TAG = "huozi";
  private static final String FILE = "application/octet-stream";

  private final Words words;

  LoadPaths(Words words) {
    this.words = words;
  }

  void add(ObjectNode paths) {
    ObjectNode imports = paths.putObject("/api/imports");
    imports.set("get", answered(operation("imports.list"), 200));
    ObjectNode send = operation("imports.send");
    Operations.parameters(
        send, Operations.query("name", "string", words.say("openapi.parameter.file-name")));
    ObjectNode bytes = Schemas.type("string").put("format", "binary");
    imports.set("post", answered(Operations.body(send, bytes, FILE), 201));
    paths
        .putObject("/api/imports/batches")
        .set(
            "post",
            answered(Operations.body(operation("imports.batches"), Schemas.keyed("name")), 201));
    ObjectNode job = one(paths, "");
    job.set("get", answered(operation("imports.get"), 200));
    ObjectNode delete = operation("imports.delete");
    Operations.answers(delete, 204, words.say("openapi.done"));
    job.set("delete", delete);
    ObjectNode proposal = operation("imports.proposal");
    Operations.parameters(
        proposal, Operations.query("object", "string", words.say("openapi.parameter.object")));
    one(paths, "/proposal").set("get", answered(proposal, 200));
    one(paths, "/profile")
        .set(
            "put",
            answered(Operations.body(operation("imports.profile"), Schemas.type("object")), 200));
    for (String action : new String[] {"check", "start", "pause", "cancel", "undo"}) {
      one(paths, "/" + action).set("post", answered(operation("imports." + action), 202));
    }
    one(paths, "/lines").set("get", answered(operation("imports.lines"), 200));
    ObjectNode refused = operation("imports.refused");
    Operations.answers(refused, 200, words.say("openapi.done"));
    one(paths, "/refused.csv").set("get", refused);
    paths
        .putObject("/api/composite")
        .set(
            "post",
            answered(Operations.body(operation("composite"), Schemas.keyed("operations")), 200));
  }

  private ObjectNode one(ObjectNode paths, String more) {
    ObjectNode path = paths.putObject("/api/imports/{id}" + more);
    path.putArray("parameters").add(Operations.path("id", Schemas.uuid()));
    return path;
  }

  private ObjectNode operation(String key) {
    return Operations.operation(key.replace('.', '_'), TAG, words.say("openapi." + key));
  }

  private ObjectNode answered(ObjectNode operation, int status) {
    Operations.answers(operation, status, words.say("openapi.done"), Schemas.type("object"));
    return operation;
  }
}
