package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command that did not work: what the server said, or a text of ours.
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode problem;
  private final @Nullable String key;
  private final transient Map<String, String> parameters;

  /// The server refused, and said why.
  CommandFailure(int status, JsonNode problem) {
    super("status " + status + " " + problem.path("code").asText());
    this.status = status;
    this.problem = problem;
    this.key = null;
    this.parameters = Map.of();
  }

  /// Something on our side: the text of that key with one parameter.
  CommandFailure(String key, String name, String value, @Nullable Throwable cause) {
    super(key + " " + name + "=" + value, cause);
    this.status = 0;
    this.problem = JsonNodeFactory.instance.missingNode();
    this.key = key;
    this.parameters = Map.of(name, value);
  }

  /// The HTTP status, or 0 when no server answered.
  int status() {
    return status;
  }

  /// The problem document, or a missing node.
  JsonNode problem() {
    return problem;
  }

  @Nullable String key() {
    return key;
  }

  Map<String, String> parameters() {
    return parameters;
  }
}
