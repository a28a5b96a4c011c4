package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the sandboxes of the tenant.
@Command(name = "list")
final class SandboxListCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    JsonNode answer = server.loggedIn().get(SandboxCommand.PATH);
    if (server.json()) {
      server.console().print(answer.toString());
      return ExitCode.DONE;
    }
    for (JsonNode sandbox : answer.path("items")) {
      String detail = sandbox.at("/job/problem/detail").asText("");
      server
          .console()
          .print(
              String.join(
                  "\t",
                  sandbox.path("code").asText(),
                  server
                      .console()
                      .text("sandbox.state." + sandbox.path("state").asText(), Map.of()),
                  detail.isEmpty() ? sandbox.path("name").asText() : detail));
    }
    return ExitCode.DONE;
  }
}
