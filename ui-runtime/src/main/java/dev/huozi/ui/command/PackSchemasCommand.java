package dev.huozi.ui.command;

import dev.huozi.metadata.pack.PackSchemas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes the JSON Schemas that the files of a pack name, for the editor.
@Command(name = "schemas")
final class PackSchemasCommand implements Callable<Integer> {
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    try {
      Map<String, String> schemas = PackSchemas.all(ProgramKinds.ALL);
      new PackFolder(folder).write(schemas);
      output.console().say("pack.schemas", Map.of("count", schemas.size(), "folder", folder));
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new CommandFailure("folder.unwritable", Map.of("folder", folder), e);
    }
  }
}
