package dev.huozi.sample;

import dev.huozi.sample.client.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The packaged application as a child process, as its users run it: on a free port of the
/// loopback, with a home of its own. What a test sees is what `./huozi start` gives.
public final class AppUnderTest implements AutoCloseable {
  private static @Nullable AppUnderTest shared;

  private final Path home;
  private final int port;
  private final Map<String, String> settings;
  private @Nullable ServerProcess server;

  private AppUnderTest(Path home, Map<String, String> settings) {
    this.home = home;
    this.port = ServerProcess.freePort();
    this.settings = Map.copyOf(settings);
  }

  /// A new server with an empty home; `settings` are environment variables such as `HUOZI_DB_URL`.
  public static AppUnderTest start(Map<String, String> settings) {
    try {
      return startIn(Files.createTempDirectory("huozi-test"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server on an existing home, for what must survive a restart.
  public static AppUnderTest startIn(Path home, Map<String, String> settings) {
    AppUnderTest app = new AppUnderTest(home, settings);
    app.restart();
    return app;
  }

  /// The one server with the demo tenant that tests share when they do not kill it. Loaded once for
  /// each test JVM.
  public static synchronized AppUnderTest sharedWithDemo() {
    if (shared == null) {
      AppUnderTest app = start(Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(app::close));
      app.loadDemo();
      shared = app;
    }
    return shared;
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public Path home() {
    return home;
  }

  /// The server's process id.
  public long pid() {
    return running().process().pid();
  }

  /// Everything the server has printed so far.
  public String log() {
    return running().log();
  }

  /// How another server reaches this one's embedded database, in the form of `HUOZI_DB_URL`.
  public String databaseUrl() {
    return running().databaseUrl();
  }

  /// Runs the demo client against the server, as a process of its own, and returns what it printed.
  ///
  /// @param more further options, such as `--tenant`, `lingxi`
  public String loadDemo(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ServerProcess.java(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.huozi.sample.DemoClient",
                "--url",
                url("").toString(),
                "--home",
                home.toString(),
                "--packs",
                root().resolve("sample-tenants/packs").toString()));
    command.addAll(List.of(more));
    try {
      Process demo =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("demo.log").toFile())
              .start();
      if (!demo.waitFor(5, TimeUnit.MINUTES) || demo.exitValue() != 0) {
        demo.destroyForcibly();
        throw new IllegalStateException(
            "The demo client failed:\n"
                + Files.readString(home.resolve("demo.log"))
                + "\nserver:\n"
                + log());
      }
      return Files.readString(home.resolve("demo.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Starts the server again after a stop or a kill, on the same port and home.
  public void restart() {
    server = ServerProcess.start(home, port, settings);
  }

  /// `kill -9` of the server process; the embedded database lives on as an orphan.
  public void killHard() {
    running().process().destroyForcibly().onExit().join();
  }

  /// `kill -9` of the embedded PostgreSQL and all its children.
  public void killDatabaseHard() {
    List<ProcessHandle> servers =
        ProcessHandle.allProcesses()
            .filter(handle ->
                handle
                    .info()
                    .arguments()
                    .map(a -> String.join(" ", a).contains(home.toString()))
                    .orElse(false))
            .filter(
                handle -> handle.info().command().map(c -> c.endsWith("postgres")).orElse(false))
            .toList();
    servers.forEach(server -> server.descendants().forEach(ProcessHandle::destroyForcibly));
    servers.forEach(ProcessHandle::destroyForcibly);
    servers.forEach(server -> server.onExit().join());
  }

  /// A clean stop, as `./huozi stop` does it.
  public void stop() {
    Process running = running().process();
    running.destroy();
    try {
      if (!running.waitFor(60, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        throw new IllegalStateException("The server did not stop within 60 s:\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (server != null && server.process().isAlive()) {
      stop();
    }
    killDatabaseHard();
  }

  private ServerProcess running() {
    if (server == null) {
      throw new IllegalStateException("The server was not started.");
    }
    return server;
  }

  /// The folder of the checkout: the parent of this module's folder.
  public static Path root() {
    return ServerProcess.root();
  }
}
