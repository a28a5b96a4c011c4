package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a tenant of a dump: of a file here, which is sent first, or of one that lies in the
/// server's folder `dumps`.
@Command(name = "restore")
final class TenantRestoreCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Option(names = "--code", paramLabel = "CODE", required = true)
  private String code = "";

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Parameters(paramLabel = "FILE")
  private String file = "";

  @Override
  public Integer call() {
    ApiConnection operator = server.operator(home);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("file", onServer(operator)).put("code", code);
    if (name != null) {
      body.put("name", name);
    }
    operator.post("/api/tenants/restore", body);
    JsonNode job =
        new JobWatch(operator, server.console()).until("/api/tenants/" + code + "/job", "");
    if (server.json()) {
      server.console().print(job.toString());
    }
    server
        .console()
        .say(
            "tenant.restored",
            Map.of(
                "code", code,
                "seconds", job.path("seconds").asText(),
                "rows", job.at("/digest/rows").asLong(),
                "checksum", job.at("/digest/checksum").asText()));
    return ExitCode.DONE;
  }

  /// The name under which the server has the file.
  private String onServer(ApiConnection operator) {
    Path here = Path.of(file);
    if (!Files.isRegularFile(here)) {
      return file;
    }
    JsonNode received =
        new Progress(server.console())
            .during("tenant.sending", () -> operator.upload("/api/tenants/dumps", here));
    server
        .console()
        .say(
            "tenant.received",
            Map.of(
                "file", received.path("file").asText(),
                "rows", received.at("/digest/rows").asLong(),
                "checksum", received.at("/digest/checksum").asText()));
    return received.path("file").asText();
  }
}
