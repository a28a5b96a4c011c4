package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Dumps all of a tenant into a file on the server, and fetches that.
@Command(name = "dump")
final class TenantDumpCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Option(names = "--to", paramLabel = "FILE")
  private @Nullable Path target;

  @Parameters(paramLabel = "CODE")
  private String code = "";

  @Override
  public Integer call() {
    ApiConnection operator = server.operator(home);
    JsonNode started =
        operator.post("/api/tenants/" + code + "/dump", JsonNodeFactory.instance.objectNode());
    String file = started.path("file").asText();
    JsonNode job =
        new JobWatch(operator, server.console()).until("/api/tenants/" + code + "/job", "");
    if (target != null) {
      operator.download("/api/tenants/dumps/" + file, target);
    }
    if (server.json()) {
      server.console().print(started.toString());
    }
    server
        .console()
        .say(
            "tenant.dumped",
            Map.of(
                "code",
                code,
                "file",
                target == null ? file : target.toString(),
                "seconds",
                job.path("seconds").asText()));
    return ExitCode.DONE;
  }
}
