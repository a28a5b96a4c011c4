package dev.huozi.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One folder through its life: first start, crashes of every kind, restart.
@Tag("db")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresTest {
  @TempDir static Path folder;
  static Path binaries;

  @BeforeAll
  static void shareBinaries() {
    binaries =
        Path.of(
            System.getProperty("java.io.tmpdir"), "huozi-test-" + System.getProperty("user.name"));
  }

  private static EmbeddedPostgres start() {
    return EmbeddedPostgres.start(folder, binaries);
  }

  private static String ask(DatabaseSettings login, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void kill(long processId) {
    ProcessHandle.of(processId).orElseThrow().destroyForcibly();
  }

  @Test
  @Order(1)
  void aNewServerIsDurableAndClosedToOthers() throws Exception {
    try (EmbeddedPostgres server = start()) {
      DatabaseSettings app = server.settings();
      assertThat(ask(app, "show server_version")).startsWith("18.");
      for (String setting :
          new String[] {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"}) {
        assertThat(ask(app, "show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(ask(app, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(app, "show lc_messages")).isEqualTo("C");
      assertThat(ask(app, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(app, "select datlocale from pg_database where datname = current_database()"))
          .isEqualTo("C.UTF-8");
      assertThat(
              ask(
                  server.administrator(),
                  "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      assertThat(
              ask(
                  app,
                  "select rolsuper::text || rolinherit || rolcreaterole || rolcreatedb from pg_roles"
                      + " where rolname = current_user"))
          .isEqualTo("falsefalsetruefalse");
      DatabaseSettings guess =
          new DatabaseSettings(app.host(), app.port(), app.database(), app.user(), "guess");
      assertThatThrownBy(() -> ask(guess, "select 1"))
          .isInstanceOf(SQLException.class)
          .extracting("SQLState")
          .isEqualTo("28P01");
      assertThat(mode(folder)).isEqualTo("rwx------");
      assertThat(mode(folder.resolve("credentials"))).isEqualTo("rw-------");
      assertThat(mode(folder.resolve("data"))).isEqualTo("rwx------");
      ask(app, "create schema s");
      ask(app, "create table s.kept (id integer primary key)");
      ask(app, "insert into s.kept values (1)");
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  @Order(2)
  void aFolderServesOneProgramAtATime() {
    try (EmbeddedPostgres _ = start()) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(EmbeddedPostgresTest::start)
          .satisfies(problem ->
              assertThat(problem.code()).isEqualTo(PlatformError.EMBEDDED_DATABASE_IN_USE));
    }
  }

  @Test
  @Order(3)
  void thePortIsRememberedAndTheDataKept() throws Exception {
    int port;
    try (EmbeddedPostgres server = start()) {
      port = server.settings().port();
    }
    try (EmbeddedPostgres server = start()) {
      assertThat(server.settings().port()).isEqualTo(port);
      assertThat(ask(server.settings(), "select count(*)::text from s.kept")).isEqualTo("1");
    }
  }

  @Test
  @Order(4)
  void aKilledServerIsStartedAgainWithEverythingThatWasCommitted() throws Exception {
    try (EmbeddedPostgres server = start()) {
      for (int round = 0; round < 3; round++) {
        ask(server.settings(), "insert into s.kept values (%d)".formatted(100 + round));
        long killed = server.processId();
        kill(killed);
        awaitAnswer(server.settings());
        assertThat(server.processId()).isNotEqualTo(killed);
        assertThat(ask(server.settings(), "select count(*)::text from s.kept where id >= 100"))
            .isEqualTo(Integer.toString(round + 1));
      }
    }
  }

  private static void awaitAnswer(DatabaseSettings settings) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      try {
        ask(settings, "select 1");
        return;
      } catch (SQLException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  /// The program that gets killed: starts the server, commits rows and says so, until it dies.
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedPostgres server =
          EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
      System.out.println("server " + server.processId());
      for (int id = Integer.parseInt(arguments[2]); ; id++) {
        ask(server.settings(), "insert into s.kept values (%d)".formatted(id));
        System.out.println("committed " + id);
      }
    }
  }

  @Test
  @Order(5)
  void aServerWhoseProgramAndWatchAreKilledIsTakenOver() throws Exception {
    killTheProgram(1_000, Killed.PROGRAM_AND_WATCH);
  }

  @Test
  @Order(6)
  void afterProgramAndServerAreKilledNothingCommittedIsLost() throws Exception {
    killTheProgram(1_000_000, Killed.PROGRAM_AND_SERVER);
  }

  @Test
  @Order(6)
  void noServerOutlivesItsKilledProgram() throws Exception {
    killTheProgram(2_000_000, Killed.PROGRAM);
  }

  private enum Killed {
    PROGRAM,
    PROGRAM_AND_WATCH,
    PROGRAM_AND_SERVER
  }

  private static void killTheProgram(int firstId, Killed killed) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                folder.toString(),
                binaries.toString(),
                Integer.toString(firstId))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long lastCommitted = firstId - 1;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      long serverProcess = Long.parseLong(said.readLine().substring("server ".length()));
      for (int i = 0; i < 25; i++) {
        lastCommitted = Long.parseLong(said.readLine().substring("committed ".length()));
      }
      if (killed == Killed.PROGRAM_AND_WATCH) {
        assertThat(program.children()).hasSize(1);
        program.children().forEach(ProcessHandle::destroyForcibly);
      }
      kill(program.pid()); // not destroyForcibly of the process: that would close its output unread
      if (killed == Killed.PROGRAM_AND_SERVER) {
        kill(serverProcess);
      }
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lastCommitted = Long.parseLong(line.substring("committed ".length()));
      }
      program.waitFor();
      switch (killed) {
        case PROGRAM -> awaitEnd(serverProcess);
        case PROGRAM_AND_WATCH -> assertThat(ProcessHandle.of(serverProcess)).isPresent();
        case PROGRAM_AND_SERVER -> {}
      }
    }
    try (EmbeddedPostgres server = start()) {
      assertThat(
              Long.parseLong(
                  ask(
                      server.settings(),
                      "select count(*)::text from s.kept where id between %d and %d"
                          .formatted(firstId, lastCommitted))))
          .isEqualTo(lastCommitted - firstId + 1)
          .isGreaterThanOrEqualTo(25);
    }
  }

  private static void awaitEnd(long process) throws Exception {
    ProcessHandle server = ProcessHandle.of(process).orElse(null);
    if (server != null) {
      server.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  @Order(7)
  void aProcessOfOthersWithTheNumberOfADeadServerIsNotTouched() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          folder.resolve("data/postmaster.pid"),
          other.pid() + "\n" + folder.resolve("data") + "\n");
      try (EmbeddedPostgres server = start()) {
        assertThat(server.processId()).isNotEqualTo(other.pid());
        assertThat(ask(server.settings(), "select 1::text")).isEqualTo("1");
      }
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  @Test
  @Order(7)
  void aFolderOfAnotherMajorVersionIsLeftAlone() throws Exception {
    Path version = folder.resolve("data/PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(EmbeddedPostgresTest::start)
        .satisfies(problem ->
            assertThat(problem.code()).isEqualTo(PlatformError.EMBEDDED_DATABASE_VERSION));
    Files.writeString(version, "18\n");
    start().close();
  }

  @Test
  @Order(8)
  void aSocketPathThatIsTooLongIsDoneWithout() {
    ServerFolder deep = new ServerFolder(Path.of("/" + "deep/".repeat(30)));
    assertThat(deep.socketSetting()).isEmpty();
    assertThat(new ServerFolder(Path.of("/srv/huozi")).socketSetting())
        .isEqualTo("/srv/huozi/socket");
  }
}
