package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what applying a pack would do, and keeps it in a plan file.
@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {
  private static final String NO_FILE = "-";

  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final PackOptions pack = new PackOptions();

  @Option(names = "--detailed-exitcode")
  private boolean detailed;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE")
  private @Nullable String file;

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Console console = server.console();
    Deployment deployment = new Deployment(server.loggedIn(), console);
    ObjectNode request = pack.request(folder);
    JsonNode plan = deployment.plan(request);
    if (server.json()) {
      console.print(plan.toString());
    } else {
      deployment.show(plan);
    }
    if (Deployment.changesNothing(plan)) {
      return ExitCode.DONE;
    }
    if (!NO_FILE.equals(file)) {
      keep(PlanFile.of(deployment.target(), request, plan), console);
    }
    return detailed ? ExitCode.PENDING : ExitCode.DONE;
  }

  private void keep(PlanFile plan, Console console) {
    Path target = Path.of(file == null ? plan.fileName() : file);
    plan.write(target);
    console.say("plan.kept", Map.of("file", target));
  }
}
