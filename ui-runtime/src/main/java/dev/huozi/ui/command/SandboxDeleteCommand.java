package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Removes a sandbox.
@Command(name = "delete")
final class SandboxDeleteCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "CODE")
  private String code = "";

  @Override
  public Integer call() {
    ApiConnection connection = server.loggedIn();
    connection.delete(SandboxCommand.PATH + "/" + code);
    while (isThere(connection)) {
      pause();
    }
    server.console().say("sandbox.deleted", Map.of("code", code));
    return ExitCode.DONE;
  }

  private boolean isThere(ApiConnection connection) {
    for (JsonNode sandbox : connection.get(SandboxCommand.PATH).path("items")) {
      if (sandbox.path("code").asText().equals(code)
          && !sandbox.path("state").asText().equals("failed")) {
        return true;
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
