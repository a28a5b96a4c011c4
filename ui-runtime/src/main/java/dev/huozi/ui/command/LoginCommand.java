package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Logs in; later commands use this login.
@Command(name = "login")
final class LoginCommand implements Callable<Integer> {
  static final String SESSION = "/api/session";

  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--tenant", paramLabel = "CODE", required = true)
  private String tenant = "";

  @Option(names = "--user", paramLabel = "USER", required = true)
  private String user = "";

  @Override
  public Integer call() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("tenant", tenant).put("user", user).put("password", server.password());
    JsonNode started = server.anonymous().post(SESSION, body);
    server
        .profiles()
        .put(
            server.profileName(),
            new Profiles.Login(
                server.server().toString(), tenant, user, started.path("token").asText()));
    server.console().say("login.done", Map.of("user", user, "tenant", tenant));
    return ExitCode.DONE;
  }
}
