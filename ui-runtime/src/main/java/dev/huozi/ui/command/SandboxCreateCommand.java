package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a sandbox and waits until it is ready.
@Command(name = "create")
final class SandboxCreateCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--with-data")
  private boolean withData;

  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Override
  public Integer call() {
    ApiConnection connection = server.loggedIn();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    JsonNode made =
        connection.post(SandboxCommand.PATH, body.put("name", name).put("withData", withData));
    String code = made.path("code").asText();
    JsonNode job =
        new JobWatch(connection, server.console()).until(SandboxCommand.PATH + "/" + code, "job");
    if (server.json()) {
      server.console().print(connection.get(SandboxCommand.PATH + "/" + code).toString());
    }
    server
        .console()
        .say("sandbox.created", Map.of("code", code, "seconds", job.path("seconds").asText()));
    return ExitCode.DONE;
  }
}
