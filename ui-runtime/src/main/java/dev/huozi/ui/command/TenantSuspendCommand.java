package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shuts a tenant: its sessions are refused from the next request on.
@Command(name = "suspend")
final class TenantSuspendCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Parameters(paramLabel = "CODE")
  private String code = "";

  @Override
  public Integer call() {
    server
        .operator(home)
        .post("/api/tenants/" + code + "/suspend", JsonNodeFactory.instance.objectNode());
    server.console().say("tenant.suspend", Map.of("code", code));
    return ExitCode.DONE;
  }
}
