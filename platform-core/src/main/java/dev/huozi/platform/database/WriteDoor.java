package dev.huozi.platform.database;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Transactions over JDBC, each under one role (null: the login role).
final class WriteDoor {
  private static final Logger LOG = Logger.getLogger(WriteDoor.class);

  /// Long waits for a lock make everybody behind us wait too; short ones can be repeated. Building
  /// an index may take long.
  private static final SqlFragment DDL_LIMITS =
      SqlFragment.of(
          "select set_config('lock_timeout', '100ms', true), set_config('statement_timeout', '30min', true)");

  private static final SqlFragment SESSION_LIMITS =
      SqlFragment.of(
          "select set_config('lock_timeout', '3s', false), set_config('statement_timeout', '2h', false)");

  private static final List<SqlFragment> SESSION_ENDS =
      List.of(
          SqlFragment.of("reset lock_timeout"),
          SqlFragment.of("reset statement_timeout"),
          SqlFragment.of("reset application_name"),
          SqlFragment.of("select pg_advisory_unlock_all()"));

  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
  private static final int SHORTEST_PAUSE_MILLIS = 20;
  private static final int LONGEST_PAUSE_MILLIS = 400;

  private final DataSource dataSource;
  private final ConnectionRoles roles = new ConnectionRoles();

  WriteDoor(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// Commits when `work` returns, rolls back when it throws.
  <T> T inTransaction(@Nullable SqlIdentifier role, Function<Transaction, T> work) {
    TransactionScope.refuseIfOpen();
    return inSecondTransaction(role, work);
  }

  /// The same where one is open already. Only for copies from tenant to tenant, of which so few run
  /// at once that they cannot wait for each other's connections.
  <T> T inSecondTransaction(@Nullable SqlIdentifier role, Function<Transaction, T> work) {
    JdbcTransaction transaction;
    T result;
    try (Connection connection = connect()) {
      switchRole(connection, role);
      transaction = new JdbcTransaction(connection);
      result = run(connection, transaction, work);
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "begin or commit");
    }
    transaction.runAfterCommit();
    return result;
  }

  private static <T> T run(
      Connection connection, JdbcTransaction transaction, Function<Transaction, T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = TransactionScope.call(() -> work.apply(transaction));
      transaction.end();
      connection.commit();
      return result;
    } catch (Throwable e) {
      transaction.end();
      rollBack(connection, e);
      throw e;
    } finally {
      restoreAutoCommit(connection);
    }
  }

  private static void rollBack(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e); // a broken connection has rolled back already
    }
  }

  private static void restoreAutoCommit(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException _) {
      // a broken connection: the pool throws it away
    }
  }

  /// Each statement for itself.
  <T> T outsideTransaction(@Nullable SqlIdentifier role, Function<Transaction, T> work) {
    TransactionScope.refuseIfOpen();
    JdbcTransaction statements;
    T result;
    try (Connection connection = connect()) {
      switchRole(connection, role);
      statements = new JdbcTransaction(connection);
      try {
        statements.query(SESSION_LIMITS, row -> true);
        JdbcTransaction open = statements;
        result = TransactionScope.call(() -> work.apply(open));
      } finally {
        restoreSession(statements);
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "open or close");
    }
    statements.runAfterCommit();
    return result;
  }

  /// A session beside the work, which holds a lock meanwhile.
  <T> T whileHolding(
      @Nullable SqlIdentifier role, SqlFragment lock, Function<Transaction, T> work) {
    TransactionScope.refuseIfOpen();
    try (Connection connection = connect()) {
      switchRole(connection, role);
      JdbcTransaction session = new JdbcTransaction(connection);
      try {
        session.query(SESSION_LIMITS, row -> true);
        session.query(lock, row -> true);
        return work.apply(session);
      } finally {
        restoreSession(session);
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "open or close");
    }
  }

  private static void restoreSession(JdbcTransaction statements) {
    try {
      SESSION_ENDS.forEach(statements::execute);
    } catch (RuntimeException e) {
      LOG.debug("A broken connection: the pool throws it away", e);
    } finally {
      statements.end();
    }
  }

  /// For DDL: short waits for locks, and the whole work again when one was not to be had.
  <T> T inPatientTransaction(@Nullable SqlIdentifier role, Function<Transaction, T> work) {
    long deadline = System.nanoTime() + LONGEST_RETRY.toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        return inTransaction(role, transaction -> withLockWait(transaction, work));
      } catch (DatabaseConflict e) {
        if (!e.kind().isPassing()) {
          throw e;
        }
        if (System.nanoTime() > deadline) {
          throw new ProblemException(
              PlatformError.SCHEMA_BUSY, "seconds", LONGEST_RETRY.toSeconds());
        }
      }
      pause(attempt);
    }
  }

  private static <T> T withLockWait(Transaction transaction, Function<Transaction, T> work) {
    transaction.query(DDL_LIMITS, row -> true);
    return work.apply(transaction);
  }

  private static void pause(int attempt) {
    int longest = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(attempt, 5));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, longest + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(PlatformError.BUSY);
    }
  }

  private Connection connect() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      // The pool's own time-out has no SQLSTATE: all connections are in use.
      throw e.getSQLState() == null && e.getCause() == null
          ? new ProblemException(PlatformError.BUSY)
          : SqlErrors.unavailable(e);
    }
  }

  /// Outside the transaction, as a rollback would undo it.
  private void switchRole(Connection connection, @Nullable SqlIdentifier role) throws SQLException {
    Object physical = connection.unwrap(PGConnection.class);
    String change = roles.switchTo(physical, role);
    if (change == null) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(change);
    } catch (SQLException e) {
      roles.forget(physical);
      throw SqlErrors.translate(e, change);
    }
  }

  long roleSwitches() {
    return roles.switches();
  }
}
