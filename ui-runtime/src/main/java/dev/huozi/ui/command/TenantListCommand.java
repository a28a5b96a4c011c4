package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the tenants.
@Command(name = "list")
final class TenantListCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Override
  public Integer call() {
    JsonNode answer = server.operator(home).get("/api/tenants");
    if (server.json()) {
      server.console().print(answer.toString());
      return ExitCode.DONE;
    }
    for (JsonNode tenant : answer.path("items")) {
      server.console().print(tenant.path("code").asText() + "\t" + tenant.path("name").asText());
    }
    return ExitCode.DONE;
  }
}
