package dev.huozi.platform.database.embedded;

import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/// A running PostgreSQL of our own, one for each folder. What a crash left behind is cleaned up at
/// start; a server that dies while we run is started again. Whoever starts it closes it, after the
/// last connection; should the program be killed before that, the watch stops the server.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

  /// While the children of a killed server go away, starting it again is refused.
  private static final int RESTART_ATTEMPTS = 60;

  private final PostgresCommands commands;
  private final Holding holding;
  private final Credentials credentials;
  private final int port;
  private volatile boolean closing;
  private boolean closed;

  private EmbeddedPostgres(
      PostgresCommands commands, Holding holding, Credentials credentials, int port) {
    this.commands = commands;
    this.holding = holding;
    this.credentials = credentials;
    this.port = port;
  }

  /// What ties the server to this program: nobody else may use the folder, and the server does not
  /// outlive us.
  private record Holding(FolderLock lock, ServerWatch watch) implements AutoCloseable {
    static Holding of(ServerFolder folder) {
      FolderLock lock = FolderLock.take(folder);
      try {
        return new Holding(lock, ServerWatch.begin(folder, lock));
      } catch (RuntimeException e) {
        lock.close();
        throw e;
      }
    }

    @Override
    public void close() {
      watch.close();
      lock.close();
    }
  }

  /// Starts the server of `folder`; the first time it is unpacked and set up there.
  public static EmbeddedPostgres start(Path folder) {
    return start(folder, folder);
  }

  /// The same with the server's files in a folder of their own, for tests that share them.
  public static EmbeddedPostgres start(Path root, Path binaries) {
    ServerFolder folder = ServerFolder.open(root);
    Holding holding = Holding.of(folder);
    try {
      EmbeddedPostgres server = start(folder, holding, PostgresBinaries.unpackInto(binaries));
      server.superviseProcess();
      return server;
    } catch (RuntimeException e) {
      holding.close();
      throw e;
    }
  }

  private static EmbeddedPostgres start(ServerFolder folder, Holding holding, Path binaries) {
    PostgresCommands commands = new PostgresCommands(folder, binaries);
    Credentials credentials = Credentials.loadOrCreate(folder.credentials());
    if (!Files.isDirectory(folder.data())) {
      commands.initialise(credentials);
    }
    checkVersion(folder);
    if (commands.isRunning()) {
      LOG.warn("A PostgreSQL left over from an earlier run is stopped first");
      commands.stop();
    } else {
      commands.postmaster().forget();
    }
    folder.turnLogOver();
    int port = startOnSomePort(folder, commands);
    EmbeddedPostgres server = new EmbeddedPostgres(commands, holding, credentials, port);
    try {
      new Bootstrap(server.administrator(), credentials.application()).run();
      return server;
    } catch (RuntimeException e) {
      commands.stop();
      throw e;
    }
  }

  /// The port of last time if it is free, else another one.
  private static int startOnSomePort(ServerFolder folder, PostgresCommands commands) {
    Integer remembered = folder.rememberedPort();
    int port = remembered != null && isFree(remembered) ? remembered : freePort();
    for (int attempt = 1; attempt <= 3; attempt++) {
      new ServerConfiguration(folder, port).write();
      if (commands.start()) {
        folder.rememberPort(port);
        return port;
      }
      port = freePort();
    }
    throw commands.failed("pg_ctl start");
  }

  private static void checkVersion(ServerFolder folder) {
    String found = ServerFolder.read(folder.data().resolve("PG_VERSION")).strip();
    if (!found.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw new ProblemException(
          PlatformError.EMBEDDED_DATABASE_VERSION,
          "folder",
          folder.data().toString(),
          "found",
          found,
          "expected",
          PostgresBinaries.MAJOR_VERSION);
    }
  }

  /// How the application logs in.
  public DatabaseSettings settings() {
    return login(Bootstrap.DATABASE, Credentials.APPLICATION_ROLE, credentials.application());
  }

  /// The superuser, for tests and support; the application never uses it.
  public DatabaseSettings administrator() {
    return login("postgres", Credentials.ADMINISTRATOR_ROLE, credentials.administrator());
  }

  private DatabaseSettings login(String database, String user, String password) {
    return new DatabaseSettings("127.0.0.1", port, database, user, password);
  }

  /// The operating system's number of the server process.
  public long processId() {
    return commands.postmaster().number().orElseThrow();
  }

  private void superviseProcess() {
    ProcessHandle.of(processId())
        .ifPresentOrElse(
            process -> process.onExit().thenRun(() -> Thread.startVirtualThread(this::serverEnded)),
            () -> Thread.startVirtualThread(this::serverEnded));
  }

  private void serverEnded() {
    for (int attempt = 1; attempt <= RESTART_ATTEMPTS && !closing; attempt++) {
      LOG.warnf("PostgreSQL has ended unexpectedly; starting it again (attempt %d)", attempt);
      synchronized (this) {
        if (closing) {
          return;
        }
        if (commands.start()) {
          LOG.warn("PostgreSQL is back");
          superviseProcess();
          return;
        }
      }
      pause();
    }
    if (!closing) {
      LOG.errorf("PostgreSQL cannot be started again; see (%s)", commands.folder().log());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops the server cleanly. Nothing else may use the folder before that. Once more does nothing.
  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      if (!closed) {
        commands.stop();
        holding.close();
        closed = true;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free.", e);
    }
  }
}
