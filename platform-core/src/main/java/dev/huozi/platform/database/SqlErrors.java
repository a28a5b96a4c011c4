package dev.huozi.platform.database;

import dev.huozi.platform.database.DatabaseConflict.Kind;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Turns what the drivers throw into our own exceptions, the same for both doors. Texts of the
/// classes 22 and 23 hold values of records and are dropped.
public final class SqlErrors {
  private SqlErrors() {}

  /// What the server said, from either driver.
  private record ServerError(
      String sqlState,
      String message,
      @Nullable String table,
      @Nullable String column,
      @Nullable String constraint) {}

  static RuntimeException translate(SQLException error, String statement) {
    if (error instanceof PSQLException fromServer && fromServer.getServerErrorMessage() != null) {
      ServerErrorMessage said = fromServer.getServerErrorMessage();
      String state = said.getSQLState() == null ? "XX000" : said.getSQLState();
      return translate(
          new ServerError(
              state,
              String.valueOf(said.getMessage()),
              said.getTable(),
              said.getColumn(),
              said.getConstraint()),
          statement,
          error);
    }
    String state = error.getSQLState();
    return state == null || state.startsWith("08")
        ? unavailable(error)
        : new DatabaseFailure(state, "The driver refused (%s).".formatted(statement), error);
  }

  static RuntimeException translate(PgException error, String statement) {
    return translate(
        new ServerError(
            error.getSqlState(),
            error.getErrorMessage(),
            error.getTable(),
            error.getColumn(),
            error.getConstraint()),
        statement,
        error);
  }

  /// An answer of which only its SQLSTATE and the constraint are known: what Hibernate leaves of
  /// it.
  public static RuntimeException translate(
      String sqlState, @Nullable String constraint, String what) {
    return translate(new ServerError(sqlState, "", null, null, constraint), what, null);
  }

  /// What a reactive library made of a refusal or of a lost connection: looked for among the
  /// causes.
  public static RuntimeException translate(Throwable failure, String what) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case PgException answer -> {
          return translate(answer, what);
        }
        case IOException _, ClosedConnectionException _ -> {
          return unavailable(failure);
        }
        default -> {}
      }
    }
    return new IllegalStateException("Cannot (%s).".formatted(what), failure);
  }

  static ProblemException unavailable(@Nullable Throwable cause) {
    return problem(PlatformError.DATABASE_UNAVAILABLE, cause);
  }

  private static RuntimeException translate(
      ServerError error, String statement, @Nullable Throwable cause) {
    return switch (error.sqlState()) {
      case "23505", "23P01" -> conflict(Kind.UNIQUE, error);
      case "23503" -> conflict(Kind.REFERENCE, error);
      case "23514" -> conflict(Kind.CHECK, error);
      case "23502" -> new DatabaseConflict(Kind.REQUIRED, error.table(), error.column());
      case "55P03" -> conflict(Kind.LOCKED, error);
      case "40001", "40P01" -> conflict(Kind.REPEAT, error);
      case "57014" -> problem(PlatformError.DATABASE_TIMEOUT, cause);
      // A character that PostgreSQL cannot hold, that is, NUL.
      case "22021", "22P05" -> new ProblemException(PlatformError.MALFORMED, "reason", "U+0000");
      case "53100" -> problem(PlatformError.STORAGE_FULL, cause);
      default -> byClass(error, statement, cause);
    };
  }

  private static RuntimeException byClass(
      ServerError error, String statement, @Nullable Throwable cause) {
    String state = error.sqlState();
    return switch (state.substring(0, 2)) {
      case "08", "53", "57" -> unavailable(cause);
      case "22", "23" -> new DatabaseFailure(state, "%s at (%s)".formatted(state, statement), null);
      default ->
          new DatabaseFailure(
              state, "%s %s at (%s)".formatted(state, error.message(), statement), cause);
    };
  }

  private static DatabaseConflict conflict(Kind kind, ServerError error) {
    return new DatabaseConflict(kind, error.table(), error.constraint());
  }

  private static ProblemException problem(PlatformError code, @Nullable Throwable cause) {
    return new ProblemException(code, Map.of(), List.of(), cause);
  }
}
