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

/// Shuts or opens a tenant, through the operator's door.
abstract class TenantStateCommand implements Callable<Integer> {
  private final String action;

  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Parameters(paramLabel = "CODE")
  private String code = "";

  /// @param action last part of the address and of the message's key
  TenantStateCommand(String action) {
    this.action = action;
  }

  @Override
  public Integer call() {
    server
        .operator(home)
        .post("/api/tenants/" + code + "/" + action, JsonNodeFactory.instance.objectNode());
    server.console().say("tenant." + action, Map.of("code", code));
    return ExitCode.DONE;
  }

  /// Its sessions are refused from the next request on.
  @Command(name = "suspend")
  static final class Suspend extends TenantStateCommand {
    Suspend() {
      super("suspend");
    }
  }

  /// Opens a suspended tenant again.
  @Command(name = "resume")
  static final class Resume extends TenantStateCommand {
    Resume() {
      super("resume");
    }
  }
}
