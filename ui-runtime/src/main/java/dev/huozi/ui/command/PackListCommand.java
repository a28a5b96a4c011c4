package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The packs that the tenant has.
@Command(name = "list")
final class PackListCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    Console console = server.console();
    JsonNode answer = server.loggedIn().get("/api/packs");
    if (server.json()) {
      console.print(answer.toString());
      return ExitCode.DONE;
    }
    PlanValues values = new PlanValues(console.locale());
    for (JsonNode pack : answer.path("items")) {
      console.print(
          String.join(
              "\t",
              pack.path("id").asText(),
              pack.path("version").asText(),
              values.label(pack.path("label")),
              console.text(
                  "pack.entry",
                  Map.of(
                      "components", pack.path("components").asInt(),
                      "edits", pack.path("localEdits").asInt()))));
    }
    return ExitCode.DONE;
  }
}
