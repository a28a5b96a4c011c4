package dev.huozi.platform;

import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.database.embedded.EmbeddedPostgres;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one PostgreSQL of a test JVM: the embedded one, or the server in `HUOZI_TEST_DB_URL` (whose
/// user needs CREATEROLE and CREATEDB). Embedded servers live in a few reusable folders below the
/// temporary folder, one for each JVM at work.
public final class TestServer {
  private static @Nullable TestServer instance;

  /// How the application logs in; the database in it is not for use.
  private final DatabaseSettings login;

  /// Who makes databases.
  private final DatabaseSettings maker;

  private TestServer(DatabaseSettings login, DatabaseSettings maker) {
    this.login = login;
    this.maker = maker;
  }

  public static synchronized TestServer get() {
    if (instance == null) {
      String external = System.getenv("HUOZI_TEST_DB_URL");
      instance = external == null || external.isBlank() ? embedded() : external(external);
    }
    return instance;
  }

  /// Whether statements of the superuser are possible.
  public boolean isEmbedded() {
    return login != maker;
  }

  /// Who makes databases; on the embedded server the superuser.
  public DatabaseSettings maker() {
    return maker;
  }

  private static TestServer external(String url) {
    DatabaseSettings settings = DatabaseSettings.parse(url);
    return new TestServer(settings, settings);
  }

  private static TestServer embedded() {
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir"), "huozi-test-" + System.getProperty("user.name"));
    for (int slot = 0; slot < 32; slot++) {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.start(folder.resolve(Integer.toString(slot)), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        TestServer started = new TestServer(server.settings(), server.administrator());
        started.removeLeftovers();
        return started;
      } catch (ProblemException e) {
        if (e.code() != PlatformError.EMBEDDED_DATABASE_IN_USE) {
          throw e;
        }
      }
    }
    throw new IllegalStateException("All test servers below (%s) are in use.".formatted(folder));
  }

  /// What an interrupted run has left in this folder.
  private void removeLeftovers() {
    List<String> databases = ask("select datname from pg_database where datname like 'test\\_%'");
    databases.forEach(name -> run("drop database \"" + name + "\" with (force)"));
    List<String> roles =
        ask("select rolname from pg_roles where rolname ~ '^(t_[0-9]+|tenants)_[0-9a-f]{8}'");
    roles.forEach(name -> run("drop role \"" + name + "\""));
  }

  /// A new empty database that the application's role may fill.
  public DatabaseSettings createDatabase() {
    String name = "test_" + UUID.randomUUID().toString().substring(0, 8);
    run(
        "create database "
            + name
            + " template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'");
    run("grant create, connect, temporary on database " + name + " to \"" + login.user() + '"');
    return login.withDatabase(name);
  }

  void dropDatabase(DatabaseSettings database, String installation) {
    run("drop database " + database.database() + " with (force)");
    ask("select rolname from pg_roles where rolname ~ '_" + installation + "(_owner)?$'")
        .forEach(role -> run("drop role \"" + role + "\""));
  }

  /// Runs a statement as the one who makes databases: on the embedded server the superuser.
  public void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> ask(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(maker.jdbcUrl(), maker.user(), maker.password());
  }
}
