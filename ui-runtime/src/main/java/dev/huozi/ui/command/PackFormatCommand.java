package dev.huozi.ui.command;

import dev.huozi.metadata.pack.PackFormat;
import dev.huozi.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings the files of a pack into canonical form.
@Command(name = "format")
final class PackFormatCommand implements Callable<Integer> {
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--check")
  private boolean onlyCheck;

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Map<String, String> formatted = format(PackFiles.read(folder));
    PackFolder target = new PackFolder(folder);
    List<String> differing = target.differing(formatted);
    Console console = output.console();
    differing.forEach(console::print);
    if (onlyCheck) {
      return differing.isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
    }
    Map<String, String> changed = new TreeMap<>(formatted);
    changed.keySet().retainAll(differing);
    try {
      target.write(changed);
    } catch (IOException e) {
      throw new CommandFailure("folder.unwritable", Map.of("folder", folder), e);
    }
    console.say("pack.formatted", Map.of("count", differing.size()));
    return ExitCode.DONE;
  }

  private Map<String, String> format(Map<String, String> files) {
    try {
      return new PackFormat(ProgramKinds.ALL).format(files);
    } catch (ProblemException problem) {
      throw LocalProblem.of(problem, output.locale());
    }
  }
}
