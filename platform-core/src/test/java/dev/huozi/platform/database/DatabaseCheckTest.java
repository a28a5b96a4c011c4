package dev.huozi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.huozi.platform.TestServer;
import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A database that would lose data or mix tenants is refused before anything is written to it.
@Tag("db")
class DatabaseCheckTest {
  private final TestServer server = TestServer.get();
  private DatabaseSettings database;

  @BeforeAll
  static void needTheSuperuser() {
    assumeThat(TestServer.get().isEmbedded()).as("needs the superuser").isTrue();
  }

  @BeforeEach
  void makeADatabase() {
    database = server.createDatabase();
  }

  @AfterEach
  void drop() {
    server.run("drop database if exists " + database.database() + " with (force)");
  }

  private static void assertRefused(DatabaseSettings settings, ErrorCode code) throws SQLException {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ControlPlane.prepare(settings))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private boolean isUntouched() throws SQLException {
    return ask("select count(*)::text from pg_namespace where nspname = 'huozi'").equals("0");
  }

  @Test
  void aSoundDatabaseIsAccepted() throws SQLException {
    ControlPlane plane = ControlPlane.prepare(database);
    assertThat(plane.installation()).matches("[0-9a-f]{8}");
    assertThat(ControlPlane.prepare(database).installation()).isEqualTo(plane.installation());
    assertThat(isUntouched()).isFalse();
    // With other locales the extension drops Chinese characters.
    assertThat(ask("select huozi.show_trgm('盒马')::text")).hasSizeGreaterThan(10);
  }

  @Test
  void eachSettingThatLosesDataIsNamed() throws SQLException {
    server.run("alter database %s set synchronous_commit = off".formatted(database.database()));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ControlPlane.prepare(database))
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(PlatformError.DATABASE_UNSAFE);
          assertThat(problem.parameters())
              .containsEntry("setting", "synchronous_commit")
              .containsEntry("value", "off")
              .containsEntry("expected", "on");
        });
    assertThat(isUntouched()).isTrue();
    server.run(
        "alter database %s set synchronous_commit = remote_apply".formatted(database.database()));
    ControlPlane.prepare(database);
  }

  @Test
  void aSuperuserIsRefused() throws SQLException {
    assertRefused(
        server.maker().withDatabase(database.database()), PlatformError.DATABASE_SUPERUSER);
    assertThat(isUntouched()).isTrue();
  }

  @Test
  void aLoginWithoutTheRightToMakeRolesOrSchemasIsRefused() throws SQLException {
    server.run("revoke create on database %s from huozi_app".formatted(database.database()));
    assertRefused(database, PlatformError.DATABASE_RIGHTS_MISSING);
    server.run("grant create on database %s to huozi_app".formatted(database.database()));
    server.run("alter role huozi_app nocreaterole");
    try {
      assertRefused(database, PlatformError.DATABASE_RIGHTS_MISSING);
    } finally {
      server.run("alter role huozi_app createrole");
    }
    assertThat(isUntouched()).isTrue();
  }

  @Test
  void anotherEncodingIsRefused() throws SQLException {
    String name = database.database();
    server.run("drop database " + name);
    server.run(
        ("create database %s template template0 encoding 'LATIN1' locale_provider 'libc' locale"
                + " 'C'")
            .formatted(name));
    server.run("grant create on database %s to huozi_app".formatted(name));
    assertRefused(database, PlatformError.DATABASE_NOT_UTF8);
  }
}
