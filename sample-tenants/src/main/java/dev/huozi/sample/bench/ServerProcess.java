package dev.huozi.sample.bench;

import dev.huozi.sample.client.HuoziClient;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Huozi server that a bench starts for itself: the packaged application on a free port of the
/// loopback, its data in a folder that goes with it.
public final class ServerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  private final Process process;
  private final Path home;
  private final URI url;
  private final boolean ownsDatabase;

  private ServerProcess(Process process, Path home, URI url, boolean ownsDatabase) {
    this.process = process;
    this.home = home;
    this.url = url;
    this.ownsDatabase = ownsDatabase;
  }

  /// A server with an embedded database of its own.
  public static ServerProcess start() {
    return start(newHome(), Map.of());
  }

  /// A second server on the database of another one.
  public static ServerProcess beside(ServerProcess first) {
    return start(newHome(), Map.of("HUOZI_DB_URL", first.databaseUrl()));
  }

  private static ServerProcess start(Path home, Map<String, String> settings) {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            new ArrayList<>(
                List.of(
                    java(),
                    "-Xmx512m",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED")));
    builder.command().addAll(options());
    builder.command().addAll(List.of("-jar", application().toString()));
    builder.redirectErrorStream(true).redirectOutput(home.resolve("server.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("HUOZI_DB_URL");
    environment.put("HUOZI_HOME", home.toString());
    environment.put("HUOZI_PORT", Integer.toString(port));
    environment.put("HUOZI_HOST", "127.0.0.1");
    environment.putAll(settings);
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      URI url = URI.create("http://127.0.0.1:" + port);
      HuoziClient.of(url).awaitReady(START_LIMIT);
      return new ServerProcess(process, home, url, settings.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `HUOZI_JAVA_OPTIONS`, as `./huozi start` reads it; for a profiler, say.
  private static List<String> options() {
    String words = Objects.toString(System.getenv("HUOZI_JAVA_OPTIONS"), "").strip();
    return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
  }

  public URI url() {
    return url;
  }

  public Path home() {
    return home;
  }

  public long pid() {
    return process.pid();
  }

  /// How others reach the embedded database, in the form of `HUOZI_DB_URL`.
  public String databaseUrl() {
    Path credentials = credentials();
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(credentials)) {
      secrets.load(reader);
      String port = Files.readString(credentials.resolveSibling("port")).strip();
      return "postgresql://huozi_app:%s@127.0.0.1:%s/huozi"
          .formatted(secrets.getProperty("application"), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first process of the embedded PostgreSQL.
  public long databasePid() {
    try (Stream<Path> files = Files.walk(home, 4)) {
      Path file =
          files
              .filter(each -> each.getFileName().toString().equals("postmaster.pid"))
              .findFirst()
              .orElseThrow();
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path credentials() {
    try (Stream<Path> files = Files.walk(home, 3)) {
      return files.filter(file -> file.endsWith("credentials")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops server and database and removes their data.
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    if (ownsDatabase) {
      ProcessHandle.of(databasePid()).ifPresent(all::add);
    }
    process.destroy();
    for (ProcessHandle each : all) {
      if (each.onExit()
          .completeOnTimeout(each, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
          .join()
          .isAlive()) {
        each.destroyForcibly();
      }
    }
    delete(home);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList());
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newHome() {
    try {
      return Files.createTempDirectory("huozi-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folder of the checkout: the one that holds `ui-runtime`.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("ui-runtime"))) {
      here = Objects.requireNonNull(here.getParent(), "run ./huozi bench inside the checkout");
    }
    return here;
  }

  private static Path application() {
    return root().resolve("ui-runtime/target/quarkus-app/quarkus-run.jar");
  }

  /// The `java` that runs this program.
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// A port that nobody listens on right now.
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
