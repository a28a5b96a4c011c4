package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the accounts.
@Command(name = "list")
final class UserListCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    JsonNode answer = server.loggedIn().get("/api/accounts");
    if (server.json()) {
      server.console().print(answer.toString());
      return ExitCode.DONE;
    }
    for (JsonNode account : answer.path("items")) {
      server
          .console()
          .print(
              String.join(
                  "\t",
                  account.path("user").asText(),
                  account.path("name").asText(),
                  account.path("role").asText(),
                  account.path("active").asText()));
    }
    return ExitCode.DONE;
  }
}
