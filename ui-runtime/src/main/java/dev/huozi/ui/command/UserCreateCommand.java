package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes an account and its person.
@Command(name = "create")
final class UserCreateCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--name", paramLabel = "NAME", required = true)
  private String name = "";

  @Option(names = "--role", paramLabel = "user|admin")
  private String role = "user";

  @Parameters(paramLabel = "USER")
  private String user = "";

  @Override
  public Integer call() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("user", user).put("name", name).put("role", role).put("password", server.password());
    server.loggedIn().post("/api/accounts", body);
    server.console().say("user.done", Map.of("user", user));
    return ExitCode.DONE;
  }
}
