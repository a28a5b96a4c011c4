package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/// Waits for a long work on the server and shows how far it is.
final class JobWatch {
  private static final long TICK_MILLIS = 300;
  private static final int BAR = 24;
  private static final String CLEAR = "\r\u001b[K";

  private final ApiConnection connection;
  private final Console console;

  JobWatch(ApiConnection connection, Console console) {
    this.connection = connection;
    this.console = console;
  }

  /// Asks at `path` until the job there has ended; a failure when it did not succeed.
  ///
  /// @param within the property of the answer that holds the job, or empty where it is the answer
  JsonNode until(String path, String within) {
    boolean shown = !console.quiet() && Terminal.showsErrors();
    while (true) {
      JsonNode answer = connection.get(path);
      JsonNode job = within.isEmpty() ? answer : answer.path(within);
      String state = job.path("state").asText("done");
      if (shown) {
        console.err().print(CLEAR + (state.equals("running") ? line(job) : ""));
        console.err().flush();
      }
      if (state.equals("failed")) {
        throw new CommandFailure(
            500,
            JsonNodeFactory.instance
                .objectNode()
                .put("code", job.at("/problem/code").asText())
                .put("detail", job.at("/problem/detail").asText()));
      }
      if (!state.equals("running")) {
        return job;
      }
      pause();
    }
  }

  private String line(JsonNode job) {
    int percent = job.path("percent").asInt();
    int full = BAR * percent / 100;
    JsonNode left = job.path("secondsLeft");
    return "[%s%s] %s"
        .formatted(
            "#".repeat(full),
            " ".repeat(BAR - full),
            console.text(
                left.isMissingNode() ? "job.line" : "job.line.left",
                Map.of(
                    "percent",
                    percent,
                    "step",
                    console.text("job.step." + job.path("step").asText(), Map.of()),
                    "rows",
                    job.path("rows").asLong(),
                    "rate",
                    job.path("rate").asLong(),
                    "left",
                    left.asLong())));
  }

  private static void pause() {
    try {
      Thread.sleep(TICK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
