package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a tenant and its administrator.
@Command(name = "create")
final class TenantCreateCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--home", paramLabel = "DIR")
  private @Nullable Path home;

  @Option(names = "--name", paramLabel = "NAME", required = true)
  private String name = "";

  @Option(names = "--zone", paramLabel = "ZONE")
  private String zone = "Asia/Shanghai";

  @Option(names = "--currency", paramLabel = "CURRENCY")
  private String currency = "CNY";

  @Option(names = "--locale", paramLabel = "LOCALE")
  private String locale = "zh-CN";

  @Option(names = "--admin", paramLabel = "USER")
  private String admin = "admin";

  @Option(names = "--admin-name", paramLabel = "NAME")
  private @Nullable String adminName;

  @Parameters(paramLabel = "CODE")
  private String code = "";

  @Override
  public Integer call() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("code", code)
        .put("name", name)
        .put("zone", zone)
        .put("currency", currency)
        .put("locale", locale);
    body.putObject("admin")
        .put("user", admin)
        .put("name", adminName == null ? admin : adminName)
        .put("password", server.password());
    server.operator(home).post("/api/tenants", body);
    server.console().say("tenant.done", Map.of("code", code, "user", admin));
    return ExitCode.DONE;
  }
}
