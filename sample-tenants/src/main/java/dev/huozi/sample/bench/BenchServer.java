package dev.huozi.sample.bench;

import dev.huozi.sample.client.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server with a database of its own that a bench starts for itself; its data go with it.
///
/// @param process the running server
public record BenchServer(ServerProcess process) implements AutoCloseable {
  private static final long STOP_SECONDS = 60;

  public static BenchServer start() {
    try {
      Path home = Files.createTempDirectory("huozi-bench");
      ServerProcess process = ServerProcess.start(home, ServerProcess.freePort(), Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(process.process()::destroy));
      return new BenchServer(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops server and database and removes their data.
  @Override
  public void close() {
    ProcessHandle server = process.process().toHandle();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(server), ProcessHandle.of(process.databasePid()).stream()).toList();
    server.destroy();
    for (ProcessHandle each : all) {
      if (each.onExit().completeOnTimeout(each, STOP_SECONDS, TimeUnit.SECONDS).join().isAlive()) {
        each.destroyForcibly();
      }
    }
    delete(process.home());
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
