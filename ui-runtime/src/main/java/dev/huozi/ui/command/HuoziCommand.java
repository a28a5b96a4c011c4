package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line. Exit codes: 0 done or nothing to do, 1 failed, 2 changes are pending
/// (`--detailed-exitcode`), 3 the input is wrong.
@Command(
    name = "huozi",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Client of a Huozi server.",
    subcommands = {HuoziCommand.TenantCommand.class, HuoziCommand.UserCommand.class})
public final class HuoziCommand {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int PENDING = 2;
  private static final int INVALID = 3;
  private static final String SESSION = "/api/session";

  /// Runs one command and ends the process with its exit code.
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command and returns its exit code.
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new HuoziCommand());
    line.setExecutionExceptionHandler(HuoziCommand::failed);
    return line.execute(arguments);
  }

  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(failure instanceof CommandFailure told)) {
      throw failure;
    }
    for (Object mixin :
        line.getCommandSpec().mixins().values().stream().map(spec -> spec.userObject()).toList()) {
      if (mixin instanceof ServerOptions options) {
        options.console().tell(told);
      }
    }
    return told.status() == 400 || told.status() == 422 ? INVALID : FAILED;
  }

  @Command(
      name = "login",
      mixinStandardHelpOptions = true,
      description = "Log in; later commands use this login.")
  int login(
      @Mixin ServerOptions server,
      @Option(names = "--tenant", required = true, description = "code of the tenant")
          String tenant,
      @Option(names = "--user", required = true, description = "user name") String user) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("tenant", tenant).put("user", user).put("password", server.password());
    JsonNode started = server.anonymous().post(SESSION, body);
    new StoredLogin(server.server().toString(), tenant, user, started.path("token").asText())
        .write(server.loginFile());
    server.console().say("cli.login.done", Map.of("user", user, "tenant", tenant));
    return DONE;
  }

  @Command(name = "logout", mixinStandardHelpOptions = true, description = "End the login.")
  int logout(@Mixin ServerOptions server) {
    server.loggedIn().delete(SESSION);
    server.console().say("cli.logout.done", Map.of());
    return DONE;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Show the server's health and the login.")
  int status(@Mixin ServerOptions server) {
    JsonNode health = server.anonymous().get("/q/health/ready");
    Map<String, String> state =
        Map.of("url", server.server().toString(), "state", health.path("status").asText());
    server.console().say("cli.status.server", state);
    if (server.login() == null) {
      server.console().say("cli.status.nobody", Map.of());
      return DONE;
    }
    JsonNode session = server.loggedIn().get(SESSION);
    server
        .console()
        .say(
            "cli.status.session",
            Map.of(
                "user", session.path("user").asText(),
                "tenant", session.path("tenant").asText(),
                "role", session.path("role").asText()));
    return DONE;
  }

  @Command(
      name = "plan",
      mixinStandardHelpOptions = true,
      description = "Show what deploying a pack would do.")
  int plan(
      @Mixin ServerOptions server,
      @Option(names = "--detailed-exitcode", description = "exit code 2 when there are changes")
          boolean detailed,
      @Option(names = "--json", description = "print the plan as JSON") boolean json,
      @Parameters(paramLabel = "FOLDER", description = "folder of the pack") Path folder) {
    JsonNode plan = server.loggedIn().post("/api/packs/plan", PackFiles.read(folder));
    return show(plan, json, server.console()) && detailed ? PENDING : DONE;
  }

  @Command(name = "deploy", mixinStandardHelpOptions = true, description = "Plan and apply a pack.")
  int deploy(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "FOLDER", description = "folder of the pack") Path folder) {
    Console console = server.console();
    ObjectNode files = PackFiles.read(folder);
    ApiConnection connection = server.loggedIn();
    if (show(connection.post("/api/packs/plan", files), false, console)) {
      JsonNode applied = connection.post("/api/packs/apply", files);
      console.say(
          "cli.deploy.done",
          Map.of(
              "pack", applied.path("pack").asText(),
              "version", applied.path("version").asText(),
              "metadataVersion", applied.path("metadataVersion").asText()));
    }
    return DONE;
  }

  /// Returns true when there is something to do.
  private static boolean show(JsonNode plan, boolean json, Console console) {
    if (json) {
      console.print(plan.toString());
    } else if (plan.path("items").isEmpty()) {
      console.say("cli.plan.nothing", Map.of());
    } else {
      new PlanPrinter(console).print(plan);
    }
    return !plan.path("items").isEmpty();
  }

  /// Commands of the operator.
  @Command(
      name = "tenant",
      mixinStandardHelpOptions = true,
      description = "Tenants, for the operator.")
  static final class TenantCommand {
    @Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Make a tenant and its administrator.")
    int create(
        @Mixin ServerOptions server,
        @Option(names = "--home", description = "folder of the installation; else HUOZI_HOME")
            @Nullable Path home,
        @Option(names = "--name", required = true, description = "name of the tenant") String name,
        @Option(names = "--zone", defaultValue = "Asia/Shanghai") String zone,
        @Option(names = "--currency", defaultValue = "CNY") String currency,
        @Option(names = "--locale", defaultValue = "zh-CN") String locale,
        @Option(
                names = "--admin",
                defaultValue = "admin",
                description = "user name of the administrator")
            String admin,
        @Option(names = "--admin-name", description = "name of the administrator")
            @Nullable String adminName,
        @Parameters(paramLabel = "CODE", description = "code of the tenant") String code) {
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
      server.console().say("cli.tenant.done", Map.of("code", code, "user", admin));
      return DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the tenants.")
    int list(
        @Mixin ServerOptions server,
        @Option(names = "--home", description = "folder of the installation; else HUOZI_HOME")
            @Nullable Path home) {
      for (JsonNode tenant : server.operator(home).get("/api/tenants").path("items")) {
        server.console().print(tenant.path("code").asText() + "\t" + tenant.path("name").asText());
      }
      return DONE;
    }
  }

  /// Commands of a tenant's administrator.
  @Command(
      name = "user",
      mixinStandardHelpOptions = true,
      description = "Login accounts of the tenant.")
  static final class UserCommand {
    @Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Make an account and its person.")
    int create(
        @Mixin ServerOptions server,
        @Option(names = "--name", required = true, description = "name of the person") String name,
        @Option(names = "--role", defaultValue = "user", description = "user or admin") String role,
        @Parameters(paramLabel = "USER", description = "user name") String user) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("user", user).put("name", name).put("role", role).put("password", server.password());
      server.loggedIn().post("/api/accounts", body);
      server.console().say("cli.user.done", Map.of("user", user));
      return DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the accounts.")
    int list(@Mixin ServerOptions server) {
      for (JsonNode account : server.loggedIn().get("/api/accounts").path("items")) {
        server
            .console()
            .print(
                String.join(
                    "\t",
                    account.path("user").asText(),
                    account.path("name").asText(),
                    account.path("role").asText(),
                    account.path("active").asText()));
      }
      return DONE;
    }
  }
}
