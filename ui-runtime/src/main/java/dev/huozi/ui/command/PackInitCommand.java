package dev.huozi.ui.command;

import dev.huozi.metadata.pack.PackFormat;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.LocalizedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Begins a pack: a folder with a manifest, one object, and the schemas for the editor.
@Command(name = "init")
final class PackInitCommand implements Callable<Integer> {
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--label", paramLabel = "TEXT")
  private @Nullable String label;

  @Option(names = "--force")
  private boolean force;

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    PackFolder target = new PackFolder(folder);
    target.requireRoom(force);
    String id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    String name = label == null ? id : label;
    try {
      Map<String, String> files =
          new PackFormat(ProgramKinds.ALL).init(id, LocalizedText.of(name, name));
      target.write(files);
      output.console().say("pack.begun", Map.of("pack", id, "folder", folder));
      return ExitCode.DONE;
    } catch (ProblemException problem) {
      throw LocalProblem.of(problem, output.locale());
    } catch (IOException e) {
      throw new CommandFailure("folder.unwritable", Map.of("folder", folder), e);
    }
  }
}
