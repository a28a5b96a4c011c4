package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a pack of the tenant into a folder. Canonical files that were applied and not changed
/// since come out as the same bytes.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--installed")
  private boolean installed;

  @Option(names = "--force")
  private boolean force;

  @Parameters(paramLabel = "PACK", index = "0")
  private String pack = "";

  @Parameters(paramLabel = "DIR", index = "1")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Console console = server.console();
    PackFolder target = new PackFolder(folder);
    target.requireRoom(force);
    String side = installed ? "as_installed" : "as_is";
    JsonNode answer =
        server.loggedIn().get("/api/packs/" + ApiConnection.encode(pack) + "/files?side=" + side);
    Map<String, String> files = new TreeMap<>();
    answer
        .path("files")
        .properties()
        .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
    target.replace(files);
    console.say("export.pack", Map.of("pack", pack, "folder", folder, "count", files.size()));
    if (server.json()) {
      console.print(answer.toString());
    }
    return ExitCode.DONE;
  }
}
