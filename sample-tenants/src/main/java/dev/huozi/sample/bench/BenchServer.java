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
/// @param own whether the database is its own
public record BenchServer(ServerProcess process, boolean own) implements AutoCloseable {
  private static final long STOP_SECONDS = 60;

  public static BenchServer start() {
    return start(Map.of(), true);
  }

  /// One more server on the same database.
  public BenchServer another() {
    return start(Map.of("HUOZI_DB_URL", process.databaseUrl()), false);
  }

  private static BenchServer start(Map<String, String> settings, boolean own) {
    try {
      Path home = Files.createTempDirectory("huozi-bench");
      ServerProcess process = ServerProcess.start(home, ServerProcess.freePort(), settings);
      Runtime.getRuntime().addShutdownHook(new Thread(process.process()::destroy));
      return new BenchServer(process, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops the server, with its own database, and removes their data.
  @Override
  public void close() {
    ProcessHandle server = process.process().toHandle();
    Stream<ProcessHandle> database =
        own ? ProcessHandle.of(process.databasePid()).stream() : Stream.empty();
    List<ProcessHandle> all = Stream.concat(Stream.of(server), database).toList();
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
