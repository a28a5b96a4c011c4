package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a sandbox has tried out.
@Command(name = "compare")
final class SandboxCompareCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--detailed-exitcode")
  private boolean detailed;

  @Parameters(paramLabel = "CODE")
  private String code = "";

  @Override
  public Integer call() {
    JsonNode compared = server.loggedIn().get(SandboxCommand.PATH + "/" + code + "/compare");
    Console console = server.console();
    boolean same = compared.path("items").isEmpty() && compared.path("packs").isEmpty();
    if (server.json()) {
      console.print(compared.toString());
    } else if (same) {
      console.say("sandbox.same", Map.of("code", code));
    } else {
      show(compared, console);
    }
    return detailed && !same ? ExitCode.PENDING : ExitCode.DONE;
  }

  private static void show(JsonNode compared, Console console) {
    for (JsonNode pack : compared.path("packs")) {
      console.print(
          console.text(
              "sandbox.pack",
              Map.of(
                  "pack", pack.path("pack").asText(),
                  "version", pack.path("version").asText(),
                  "before", pack.path("before").asText("-"))));
    }
    new PlanTree(console).print(compared);
    for (JsonNode one : compared.path("overruled")) {
      console.print(
          console.text(
              "sandbox.overruled",
              Map.of(
                  "kind", one.path("kind").asText(),
                  "name", one.path("name").asText(),
                  "path", one.path("path").asText(),
                  "original", one.path("original").toString())));
    }
  }
}
