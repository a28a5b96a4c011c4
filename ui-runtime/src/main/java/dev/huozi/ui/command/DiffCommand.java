package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares property by property: two versions of the tenant, a folder with what the tenant has, or
/// two folders.
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {
  private static final String DIGITS = "[0-9]{1,18}";

  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--detailed-exitcode")
  private boolean detailed;

  @Parameters(paramLabel = "FROM", index = "0")
  private String from = "";

  @Parameters(paramLabel = "TO", index = "1", arity = "0..1")
  private @Nullable String to;

  @Override
  public Integer call() {
    JsonNode differences = differences();
    Console console = server.console();
    if (server.json()) {
      console.print(differences.toString());
    } else if (Deployment.changesNothing(differences)) {
      console.say("diff.none", Map.of());
    } else {
      new PlanTree(console).components(differences);
    }
    return detailed && !Deployment.changesNothing(differences) ? ExitCode.PENDING : ExitCode.DONE;
  }

  private JsonNode differences() {
    if (from.matches(DIGITS) && to != null && to.matches(DIGITS)) {
      return server.loggedIn().get("/api/meta/diff?from=" + from + "&to=" + to);
    }
    PackDifference difference = new PackDifference(server.locale());
    if (to != null) {
      return difference.between(PackFiles.read(Path.of(from)), PackFiles.read(Path.of(to)));
    }
    Map<String, String> files = PackFiles.read(Path.of(from));
    return difference.between(installed(difference.idOf(files)), files);
  }

  /// The files of the tenant's pack, with its own edits; none when it is not installed.
  private Map<String, String> installed(String pack) {
    Map<String, String> files = new TreeMap<>();
    try {
      server
          .loggedIn()
          .get("/api/packs/" + ApiConnection.encode(pack) + "/files")
          .path("files")
          .properties()
          .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
    } catch (CommandFailure failure) {
      if (failure.status() != 404) {
        throw failure;
      }
    }
    return files;
  }
}
