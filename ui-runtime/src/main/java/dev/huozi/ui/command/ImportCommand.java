package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends a file, loads it, and waits for what becomes of it.
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private static final Set<String> AT_WORK =
      Set.of("checking", "running", "pausing", "cancelling", "undoing");
  private static final long PAUSE_MILLIS = 500;
  private static final int SHOWN_LINES = 20;

  @Mixin private final ServerOptions server = new ServerOptions();

  @ArgGroup(multiplicity = "1")
  private final Target target = new Target();

  @Option(names = "--key", paramLabel = "FIELD")
  private @Nullable String key;

  @Option(names = "--dry-run")
  private boolean dry;

  @Option(names = "--refused", paramLabel = "FILE")
  private @Nullable Path refused;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  /// Where the columns go.
  static final class Target {
    @Option(names = "--object", paramLabel = "OBJECT")
    private @Nullable String object;

    @Option(names = "--mapping", paramLabel = "FILE")
    private @Nullable Path mapping;
  }

  @Override
  public Integer call() {
    Console console = server.console();
    ApiConnection connection = server.loggedIn();
    String name = String.valueOf(file.getFileName());
    JsonNode sent =
        new Progress(console)
            .during(
                "import.sending",
                () -> connection.upload("/api/imports?name=" + encode(name), file));
    String address = "/api/imports/" + sent.path("id").asText();
    connection.put(address + "/profile", profile(connection, address));
    connection.post(address + (dry ? "/check" : "/start"), Json.mapper().createObjectNode());
    JsonNode done =
        new Progress(console).during("import.loading", () -> settled(connection, address));
    if (server.json()) {
      console.print(done.toString());
    } else {
      show(console, connection, address, done);
    }
    if (refused != null) {
      connection.download(address + "/refused.csv", refused);
    }
    return exitCode(done);
  }

  private ObjectNode profile(ApiConnection connection, String address) {
    ObjectNode profile =
        target.mapping == null
            ? (ObjectNode)
                connection.get(
                    address + "/proposal?object=" + encode(String.valueOf(target.object)))
            : read(target.mapping);
    if (key != null) {
      profile
          .withArray("targets")
          .forEach(one -> ((ObjectNode) one).put("key", key).remove("mode"));
    }
    return profile;
  }

  private static ObjectNode read(Path mapping) {
    try {
      return (ObjectNode) Json.read(Files.readString(mapping));
    } catch (IOException | ProblemException | ClassCastException e) {
      throw new CommandFailure("import.mapping", Map.of("file", mapping), e);
    }
  }

  private static JsonNode settled(ApiConnection connection, String address) {
    while (true) {
      JsonNode job = connection.get(address);
      if (!AT_WORK.contains(job.path("state").asText())) {
        return job;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return job;
      }
    }
  }

  private void show(Console console, ApiConnection connection, String address, JsonNode done) {
    JsonNode progress = done.path("progress");
    console.say(
        "import.done",
        Map.of(
            "state", done.path("state").asText(),
            "rows", progress.path("rows").asLong(),
            "refused", progress.path("refused").asLong(),
            "conflicts", progress.path("conflicts").asLong(),
            "rate", progress.path("rowsPerSecond").asLong()));
    progress
        .path("records")
        .properties()
        .forEach(count ->
            console.say(
                "import.records",
                Map.of(
                    "object", count.getKey(),
                    "created", count.getValue().path("created").asLong(),
                    "updated", count.getValue().path("updated").asLong(),
                    "unchanged", count.getValue().path("unchanged").asLong())));
    if (done.has("problem")) {
      console.print(done.at("/problem/message").asText());
    }
    for (JsonNode line :
        connection.get(address + "/lines?kind=refused&limit=" + SHOWN_LINES).path("lines")) {
      for (JsonNode note : line.path("notes")) {
        console.print(
            "  %d %s: %s"
                .formatted(
                    line.path("line").asLong(),
                    note.path("column").asText(""),
                    note.path("message").asText()));
      }
    }
  }

  private static int exitCode(JsonNode done) {
    String state = done.path("state").asText();
    if (!state.equals("done") && !state.equals("checked")) {
      return ExitCode.FAILED;
    }
    return done.at("/progress/refused").asLong() == 0 ? ExitCode.DONE : ExitCode.INVALID;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
