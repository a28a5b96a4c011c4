package dev.huozi.ui.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deletes a tenant with all that it has, once its code has been given twice.
@Command(name = "delete")
final class TenantDeleteCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Option(names = "--confirm", paramLabel = "CODE", required = true)
  private String confirm = "";

  @Parameters(paramLabel = "CODE")
  private String code = "";

  @Override
  public Integer call() {
    ApiConnection operator = server.operator(home);
    operator.delete(
        "/api/tenants/" + code + "?confirm=" + URLEncoder.encode(confirm, StandardCharsets.UTF_8));
    new JobWatch(operator, server.console()).until("/api/tenants/" + code + "/job", "");
    server.console().say("tenant.deleted", Map.of("code", code));
    return ExitCode.DONE;
  }
}
