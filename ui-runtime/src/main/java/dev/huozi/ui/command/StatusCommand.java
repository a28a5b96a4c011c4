package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The server's health, and who is logged in.
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    Console console = server.console();
    String state = server.anonymous().get("/q/health/ready").path("status").asText();
    JsonNode session = session();
    if (server.json()) {
      console.print(json(state, session).toString());
      return ExitCode.DONE;
    }
    console.print(console.text("status.server", Map.of("url", server.server(), "state", state)));
    console.print(session == null ? console.text("status.nobody", Map.of()) : who(session));
    return ExitCode.DONE;
  }

  private @Nullable JsonNode session() {
    boolean known = server.login() != null || server.environment().get("HUOZI_TOKEN") != null;
    return known ? server.loggedIn().get(LoginCommand.SESSION) : null;
  }

  private String who(JsonNode session) {
    return server
        .console()
        .text(
            "status.session",
            Map.of(
                "user", session.path("user").asText(),
                "tenant", session.path("tenant").asText(),
                "role", session.path("role").asText()));
  }

  private ObjectNode json(String state, @Nullable JsonNode session) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("server", server.server().toString()).put("state", state);
    if (session != null) {
      status.set("session", session);
    }
    return status;
  }
}
