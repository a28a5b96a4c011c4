package dev.huozi.platform.database;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// What a database must be like before anything is written to it. The same for the embedded and for
/// an external one.
record DatabaseCheck(Connection connection) {
  private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);

  private static final int OLDEST_VERSION = 150_000;

  /// From here on it is the membership, not the role, that says what is inherited.
  static final int MEMBERSHIP_OPTIONS_VERSION = 160_000;

  /// Settings without which acknowledged data can be lost.
  private static final Map<String, String> DURABILITY =
      Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

  private static final List<String> COLLATIONS = List.of("C", "und-x-icu", "zh-x-icu");

  void run() throws SQLException {
    checkVersion();
    checkEncoding();
    checkDurability();
    checkCollations();
    checkLogin();
    warnWithoutChecksums();
  }

  int version() throws SQLException {
    return Integer.parseInt(setting("server_version_num"));
  }

  private void checkVersion() throws SQLException {
    if (version() < OLDEST_VERSION) {
      throw new ProblemException(
          PlatformError.DATABASE_TOO_OLD, "version", setting("server_version"));
    }
  }

  private void checkEncoding() throws SQLException {
    String encoding = setting("server_encoding");
    if (!encoding.equals("UTF8")) {
      throw new ProblemException(PlatformError.DATABASE_NOT_UTF8, "encoding", encoding);
    }
  }

  private void checkDurability() throws SQLException {
    for (Map.Entry<String, String> wanted : DURABILITY.entrySet()) {
      String found = setting(wanted.getKey());
      // Waiting for a standby too is more than "on"; anything else that is not "on" is less.
      boolean stronger = found.startsWith("remote_");
      if (!found.equals(wanted.getValue()) && !stronger) {
        throw new ProblemException(
            PlatformError.DATABASE_UNSAFE,
            "setting",
            wanted.getKey(),
            "value",
            found,
            "expected",
            wanted.getValue());
      }
    }
  }

  private void checkCollations() throws SQLException {
    for (String collation : COLLATIONS) {
      if (!isTrue("select exists (select from pg_collation where collname = ?)", collation)) {
        throw new ProblemException(
            PlatformError.DATABASE_COLLATION_MISSING, "collation", collation);
      }
    }
  }

  private void checkLogin() throws SQLException {
    String role = text("select session_user");
    if (isTrue("select rolsuper from pg_roles where rolname = ?", role)) {
      throw new ProblemException(PlatformError.DATABASE_SUPERUSER, "role", role);
    }
    if (!isTrue("select rolcreaterole from pg_roles where rolname = ?", role)) {
      throw new ProblemException(
          PlatformError.DATABASE_RIGHTS_MISSING, "role", role, "right", "CREATEROLE");
    }
    if (!isTrue("select has_database_privilege(?, current_database(), 'CREATE')", role)) {
      throw new ProblemException(
          PlatformError.DATABASE_RIGHTS_MISSING, "role", role, "right", "CREATE ON DATABASE");
    }
    if (version() < MEMBERSHIP_OPTIONS_VERSION
        && isTrue("select rolinherit from pg_roles where rolname = ?", role)) {
      stopInheriting();
    }
  }

  /// In PostgreSQL 15 a login role that inherits would have the rights of all tenants at once.
  private void stopInheriting() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter role current_user noinherit");
    }
    LOG.warn("The database login role has been set to NOINHERIT, so that tenants stay apart");
  }

  private void warnWithoutChecksums() throws SQLException {
    if (!setting("data_checksums").equals("on")) {
      LOG.warn("The database has no data checksums: a damaged disk block would go unnoticed");
    }
  }

  private String setting(String name) throws SQLException {
    return text("select current_setting(?)", name);
  }

  private boolean isTrue(String query, String parameter) throws SQLException {
    return text("select (" + query + ")::text", parameter).equals("true");
  }

  private String text(String query, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
