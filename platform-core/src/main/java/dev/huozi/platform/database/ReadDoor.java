package dev.huozi.platform.database;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reading over the Vert.x client. A change of role and the statement travel together (pipelined),
/// and a full queue is told at once instead of growing.
final class ReadDoor implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  /// At 1 ms a statement this is some 100 ms of waiting; who comes later is told to come back.
  private static final int LONGEST_QUEUE = 512;

  /// More than the server's own time-out, so that it speaks first; for connections that died
  /// silently.
  private static final int GIVE_UP_SECONDS = 20;

  private static final String NO_RIGHT = "42501";

  private final Pool pool;
  private final ConnectionRoles roles = new ConnectionRoles();

  ReadDoor(Vertx vertx, DatabaseSettings settings) {
    PoolOptions options =
        new PoolOptions()
            .setMaxSize(CONNECTIONS)
            .setMaxWaitQueueSize(LONGEST_QUEUE)
            .setConnectionTimeout(5)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS)
            // A backend keeps the catalogue of every tenant it has served (security.md 3.1).
            .setMaxLifetime(10)
            .setMaxLifetimeUnit(TimeUnit.MINUTES);
    pool =
        PgBuilder.pool().with(options).connectingTo(settings.connectOptions()).using(vertx).build();
  }

  /// A statement under `role` (null: the login role).
  <T> List<T> query(@Nullable SqlIdentifier role, SqlFragment statement, RowDecoder<T> decoder) {
    return run(statement, decoder, connection -> switchRole(connection, role));
  }

  /// A statement that every role may run, under whichever role the connection has: no switching.
  <T> List<T> queryUnderAnyRole(SqlFragment statement, RowDecoder<T> decoder) {
    try {
      return run(statement, decoder, connection -> Future.succeededFuture());
    } catch (DatabaseFailure e) {
      // The connection may still have the role of a tenant that has been deleted.
      if (!e.sqlState().equals(NO_RIGHT)) {
        throw e;
      }
      return query(null, statement, decoder);
    }
  }

  /// The same without waiting for the answer. Its rows are read on the thread of the connection, so
  /// `decoder` must not block.
  <T> CompletionStage<List<T>> queryUnderAnyRoleLater(
      SqlFragment statement, RowDecoder<T> decoder) {
    TransactionScope.refuseIfOpen();
    return send(statement, connection -> Future.succeededFuture())
        .recover(error ->
            isNoRight(error)
                ? send(statement, connection -> switchRole(connection, null))
                : Future.failedFuture(error))
        .timeout(GIVE_UP_SECONDS, TimeUnit.SECONDS)
        .recover(error -> Future.failedFuture(translate(error, statement)))
        .map(rows -> decoded(rows, decoder))
        .toCompletionStage();
  }

  /// What has to be sent before the statement.
  @FunctionalInterface
  private interface Preparation {
    Future<Void> send(SqlConnection connection);
  }

  private <T> List<T> run(SqlFragment statement, RowDecoder<T> decoder, Preparation preparation) {
    TransactionScope.refuseIfOpen();
    try {
      return decoded(await(send(statement, preparation)), decoder);
    } catch (ExecutionException e) {
      throw translate(Objects.requireNonNullElse(e.getCause(), e), statement);
    }
  }

  private static <T> List<T> decoded(RowSet<io.vertx.sqlclient.Row> rows, RowDecoder<T> decoder) {
    List<T> decoded = new ArrayList<>(rows.size());
    for (io.vertx.sqlclient.Row row : rows) {
      decoded.add(decoder.decode(new ReactiveRow(row)));
    }
    return decoded;
  }

  /// A column changed its type since the statement was prepared; the client has dropped the plan.
  private static boolean isStalePlan(Throwable error) {
    return error instanceof PgException refused && "0A000".equals(refused.getSqlState());
  }

  private static boolean isNoRight(Throwable error) {
    return error instanceof PgException refused && NO_RIGHT.equals(refused.getSqlState());
  }

  /// Sends a statement, a second time when its plan has become stale.
  private Future<RowSet<io.vertx.sqlclient.Row>> send(
      SqlFragment statement, Preparation preparation) {
    ReactiveParameters prepared = ReactiveParameters.of(statement);
    return sendOnce(prepared, preparation)
        .recover(error ->
            isStalePlan(error) ? sendOnce(prepared, preparation) : Future.failedFuture(error));
  }

  private Future<RowSet<io.vertx.sqlclient.Row>> sendOnce(
      ReactiveParameters prepared, Preparation preparation) {
    return pool.withConnection(connection -> {
      // Both are sent before either is answered.
      Future<Void> ready = preparation.send(connection);
      Future<RowSet<io.vertx.sqlclient.Row>> rows =
          connection.preparedQuery(prepared.text()).execute(prepared.values());
      return ready.transform(role ->
          rows.transform(answer -> role.failed() ? Future.failedFuture(role.cause()) : rows));
    });
  }

  private Future<Void> switchRole(SqlConnection connection, @Nullable SqlIdentifier role) {
    PgConnection physical = PgConnection.cast(connection);
    Object key = new BackendKey(physical.processId(), physical.secretKey());
    String change = roles.switchTo(key, role);
    return change == null
        ? Future.succeededFuture()
        : connection.query(change).execute().<Void>mapEmpty().onFailure(_ -> roles.forget(key));
  }

  /// What identifies a physical connection.
  private record BackendKey(int processId, int secretKey) {}

  private static <T> T await(Future<T> future) throws ExecutionException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(GIVE_UP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw SqlErrors.unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SqlErrors.unavailable(e);
    }
  }

  private static RuntimeException translate(Throwable error, SqlFragment statement) {
    return switch (error) {
      case PgException refused -> SqlErrors.translate(refused, statement.text());
      case ConnectionPoolTooBusyException _ -> new ProblemException(PlatformError.BUSY);
      // The pool's time-out: no connection became free.
      case NoStackTraceThrowable _ -> new ProblemException(PlatformError.BUSY);
      case IllegalArgumentException wrong -> wrong;
      default -> SqlErrors.unavailable(error);
    };
  }

  long roleSwitches() {
    return roles.switches();
  }

  @Override
  public void close() {
    pool.close().toCompletionStage().toCompletableFuture().join();
  }
}
