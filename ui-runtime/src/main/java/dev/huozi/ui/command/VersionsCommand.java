package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the versions of the tenant's metadata, newest first.
@Command(name = "versions")
final class VersionsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--limit", paramLabel = "COUNT")
  private int limit = 20;

  @Option(names = "--before", paramLabel = "VERSION")
  private long before;

  @Override
  public Integer call() {
    String page = before > 0 ? "&before=" + before : "";
    JsonNode answer = server.loggedIn().get("/api/meta/versions?limit=" + limit + page);
    if (server.json()) {
      server.console().print(answer.toString());
    } else {
      server.console().print(server.console().text("versions.heading", Map.of()));
      answer.path("items").forEach(entry -> server.console().print(line(entry)));
    }
    return ExitCode.DONE;
  }

  private static String line(JsonNode entry) {
    return String.join(
        "\t",
        entry.path("version").asText(),
        TIME.format(Instant.parse(entry.path("publishedAt").asText())),
        entry.path("author").asText(),
        entry.path("items").asText(),
        entry.path("reason").asText());
  }
}
