package dev.huozi.sample.client;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged application as a process of its own, started as `./huozi start` does it: on a port
/// of the loopback, with a home that the caller gives. For benches and tests.
public final class ServerProcess {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Process process;
  private final Path home;
  private final URI url;

  private ServerProcess(Process process, Path home, URI url) {
    this.process = process;
    this.home = home;
    this.url = url;
  }

  /// Starts a server and waits until it answers.
  ///
  /// @param settings environment variables such as `HUOZI_DB_URL`
  public static ServerProcess start(Path home, int port, Map<String, String> settings) {
    Path jar = root().resolve("ui-runtime/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "The application is not packaged: (%s) is missing.\nRun ./huozi test, or package first."
              .formatted(jar));
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-Xmx512m",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options());
    command.addAll(List.of("-jar", jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()));
    Map<String, String> environment = builder.environment();
    environment.remove("HUOZI_DB_URL");
    environment.put("HUOZI_HOME", home.toString());
    environment.put("HUOZI_PORT", Integer.toString(port));
    environment.put("HUOZI_HOST", "127.0.0.1");
    environment.putAll(settings);
    try {
      ServerProcess server =
          new ServerProcess(builder.start(), home, URI.create("http://127.0.0.1:" + port));
      try {
        server.awaitReady();
        return server;
      } catch (IllegalStateException notReady) {
        server.process.destroyForcibly();
        throw notReady;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `HUOZI_JAVA_OPTIONS`, as `./huozi start` reads it; for a profiler, say.
  private static List<String> options() {
    String words = Objects.toString(System.getenv("HUOZI_JAVA_OPTIONS"), "").strip();
    return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
  }

  public Process process() {
    return process;
  }

  public Path home() {
    return home;
  }

  public URI url() {
    return url;
  }

  /// Everything that servers in this home have printed so far.
  public String log() {
    try {
      return Files.readString(log(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path log(Path home) {
    return home.resolve("server.log");
  }

  /// How others reach the embedded database, in the form of `HUOZI_DB_URL`.
  public String databaseUrl() {
    Path credentials = find("credentials");
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
    try {
      return Long.parseLong(Files.readAllLines(find("postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path find(String name) {
    try (Stream<Path> files = Files.walk(home, 4)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest probe =
        HttpRequest.newBuilder(url.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The server stopped while starting:\n" + log());
      }
      if (answers(client, probe)) {
        return;
      }
    }
    throw new IllegalStateException(
        "The server did not answer within (%s):\n%s".formatted(START_LIMIT, log()));
  }

  /// Whether it is ready; otherwise a moment later.
  private static boolean answers(HttpClient client, HttpRequest probe) {
    try {
      try {
        if (client.send(probe, BodyHandlers.discarding()).statusCode() == 200) {
          return true;
        }
      } catch (IOException _) {
        // Not listening yet: that is what we wait for.
      }
      TimeUnit.MILLISECONDS.sleep(100);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The folder of the checkout: the one that holds `ui-runtime`.
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("ui-runtime"))) {
      here =
          Objects.requireNonNull(
              here.getParent(), "Run this inside the checkout: there is no ui-runtime above.");
    }
    return here;
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
