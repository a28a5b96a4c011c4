package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who uses a component or a field of it.
@Command(name = "uses")
final class UsesCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--field", paramLabel = "FIELD")
  private @Nullable String field;

  @Parameters(paramLabel = "KIND", index = "0")
  private String kind = "";

  @Parameters(paramLabel = "NAME", index = "1")
  private String name = "";

  @Override
  public Integer call() {
    String query = field == null ? "" : "?field=" + ApiConnection.encode(field);
    JsonNode answer =
        server
            .loggedIn()
            .get(
                "/api/meta/%s/%s/uses%s"
                    .formatted(ApiConnection.encode(kind), ApiConnection.encode(name), query));
    Console console = server.console();
    if (server.json()) {
      console.print(answer.toString());
    } else if (answer.path("items").isEmpty()) {
      console.say("uses.none", Map.of());
    } else {
      answer.path("items").forEach(use -> console.print(PlanValues.use(use)));
    }
    return ExitCode.DONE;
  }
}
