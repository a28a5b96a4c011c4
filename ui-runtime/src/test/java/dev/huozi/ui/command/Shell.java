package dev.huozi.ui.command;

import dev.huozi.ui.testing.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs the command line as its users do: a process of its own against the server under test, in a
/// folder, with a configuration folder of its own.
record Shell(Path folder, Map<String, String> environment) {

  /// How a command ended.
  ///
  /// @param output results
  /// @param errors everything else
  record Run(int code, String output, String errors) {
    String all() {
      return output + errors;
    }
  }

  static Shell in(Path folder) {
    return new Shell(folder, Map.of());
  }

  Shell with(String name, String value) {
    Map<String, String> more = new java.util.HashMap<>(environment);
    more.put(name, value);
    return new Shell(folder, Map.copyOf(more));
  }

  Run run(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.huozi.ui.command.HuoziCommand"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("HUOZI_"));
    variables.put("HUOZI_SERVER", Client.server().toString());
    variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    variables.put("LC_ALL", "C.UTF-8");
    variables.putAll(environment);
    try {
      Path errors = Files.createTempFile(folder, "errors", ".txt");
      builder.redirectError(errors.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      String told = Files.readString(errors);
      Files.delete(errors);
      return new Run(code, output, told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Writes the files of a pack and returns its folder.
  Path pack(String name, Map<String, String> files) throws IOException {
    Path pack = folder.resolve(name);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = pack.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return pack;
  }
}
