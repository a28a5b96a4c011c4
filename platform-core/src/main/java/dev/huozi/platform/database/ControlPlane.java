package dev.huozi.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;

/// The schema `huozi`, checked and brought up to date. The first thing that a server does with its
/// database.
///
/// @param installation the code that stands in the names of this installation's roles
/// @param version of the server, as in `server_version_num`
/// @param migrations for the schemas of tenants
public record ControlPlane(String installation, int version, Migrations migrations) {

  private static final Logger LOG = Logger.getLogger(ControlPlane.class);

  /// Lets one node at a time prepare the database. Any number will do, as long as nobody else uses
  /// it.
  private static final long PREPARATION_LOCK = 4_276_119_023_511L;

  public static ControlPlane prepare(DatabaseSettings settings) {
    try (Connection connection =
            DriverManager.getConnection(
                settings.migrationUrl(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      DatabaseCheck check = new DatabaseCheck(connection);
      check.run();
      statement.execute("select pg_advisory_lock(" + PREPARATION_LOCK + ")");
      Migrations.migrateControlPlane(settings);
      makeTrigramsAvailable(statement);
      String installation = installation(statement);
      ControlPlane plane =
          new ControlPlane(installation, check.version(), new Migrations(settings));
      plane.prepareTenantRole(statement);
      return plane;
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "prepare the control plane");
    }
  }

  /// For searches inside texts. Everything works without it, some of it slower.
  private static void makeTrigramsAvailable(Statement statement) {
    try {
      statement.execute("create extension if not exists pg_trgm schema huozi");
    } catch (SQLException e) {
      LOG.warnf("The extension pg_trgm is not available (%s)", e.getSQLState());
    }
  }

  /// The role that all roles of tenants are members of: it may call the functions of the control
  /// plane, nothing else.
  public String tenantRole() {
    return "tenants_" + installation;
  }

  /// Membership of the login role in a role it has made: it may become it, but has none of its
  /// rights before.
  public boolean knowsMembershipOptions() {
    return version >= DatabaseCheck.MEMBERSHIP_OPTIONS_VERSION;
  }

  private void prepareTenantRole(Statement statement) throws SQLException {
    String role = tenantRole();
    try (ResultSet found =
        statement.executeQuery("select from pg_roles where rolname = '" + role + "'")) {
      if (!found.next()) {
        statement.execute("create role " + role + " nologin");
      }
    }
    statement.execute("grant usage on schema huozi to " + role);
    statement.execute(
        "grant execute on function huozi.open_session(text), huozi.metadata_version(bigint), huozi.schema_work(bigint),"
            + " huozi.advance_metadata_version(bigint, bigint) to "
            + role);
  }

  private static String installation(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select code from huozi.installation")) {
      rows.next();
      String code = rows.getString(1);
      if (!code.matches("[a-z0-9]{4,16}")) {
        throw new IllegalStateException("The installation has the odd code (%s).".formatted(code));
      }
      return code;
    }
  }
}
