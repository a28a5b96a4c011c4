package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A command that did not work: what the server said, or a text of ours.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Texts about arguments and files that are wrong; the others tell of something that did not
  /// work.
  private static final Set<String> WRONG_INPUT =
      Set.of(
          "url.invalid",
          "pack.missing",
          "pack.unreadable",
          "file.unreadable",
          "plan.unreadable",
          "plan.foreign",
          "plan.elsewhere",
          "folder.taken",
          "import.mapping");

  private static final Set<Integer> WRONG_REQUEST = Set.of(400, 404, 422);

  private final int status;
  private final transient JsonNode problem;
  private final @Nullable String key;
  private final transient Map<String, ?> parameters;

  /// The server refused, and said why.
  public CommandFailure(int status, JsonNode problem) {
    super("status " + status + " " + problem.path("code").asText());
    this.status = status;
    this.problem = problem;
    this.key = null;
    this.parameters = Map.of();
  }

  /// Something on our side: the text of that key in the bundle `command`.
  public CommandFailure(String key, Map<String, ?> parameters, @Nullable Throwable cause) {
    super(key + " " + parameters, cause);
    this.status = 0;
    this.problem = JsonNodeFactory.instance.missingNode();
    this.key = key;
    this.parameters = Map.copyOf(parameters);
  }

  /// The HTTP status, or 0 when no server answered.
  int status() {
    return status;
  }

  /// The problem document, or a missing node.
  JsonNode problem() {
    return problem;
  }

  /// True when the server refused with that code.
  boolean says(String code) {
    return problem.path("code").asText().equals(code);
  }

  @Nullable String key() {
    return key;
  }

  Map<String, ?> parameters() {
    return parameters;
  }

  /// What the process ends with: losing data is refused because nobody agreed to it, not because
  /// the input is wrong. A version or a pack that does not exist is wrong input.
  int exitCode() {
    boolean wrong =
        key == null
            ? WRONG_REQUEST.contains(status) && !says("METADATA_DESTRUCTIVE")
            : WRONG_INPUT.contains(key);
    return wrong ? ExitCode.INVALID : ExitCode.FAILED;
  }
}
