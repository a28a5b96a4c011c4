package dev.huozi.platform.database;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/// Copies over JDBC.
final class CopyDoor implements TenantCopies {
  /// Each copy holds two connections at most: a pool of the usual size keeps most of its own.
  private static final int COPIES = 2;

  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 100;

  /// `set`, not `select set_config`: a query would fix the view before the tables are locked.
  private static final List<SqlFragment> UNLIMITED =
      List.of(
          SqlFragment.of("set local statement_timeout = 0"),
          SqlFragment.of("set local idle_in_transaction_session_timeout = 0"));

  private static final List<SqlFragment> TEXTS =
      List.of(
          SqlFragment.of("set local timezone = 'UTC'"),
          SqlFragment.of("set local datestyle = 'ISO, YMD'"),
          SqlFragment.of("set local intervalstyle = 'iso_8601'"),
          SqlFragment.of("set local extra_float_digits = 1"),
          SqlFragment.of("set local bytea_output = 'hex'"));

  private final WriteDoor writes;
  private final Semaphore copies = new Semaphore(COPIES);

  CopyDoor(WriteDoor writes) {
    this.writes = writes;
  }

  /// Tables came between listing and locking.
  private static final class TablesMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TablesMoved(Throwable cause) {
      super(cause);
    }
  }

  @Override
  public <T> T reading(Tenant tenant, Function<TenantView, T> work) {
    return limited(() -> view(tenant, work));
  }

  @Override
  public <T> T loading(Tenant tenant, Function<TenantLoad, T> work) {
    return limited(() -> writes.inTransaction(tenant.ownerRole(), load(work)));
  }

  @Override
  public <T> T piping(Tenant from, Tenant to, BiFunction<TenantView, TenantLoad, T> work) {
    return limited(() ->
        view(
            from,
            view ->
                writes.inSecondTransaction(to.ownerRole(), load(load -> work.apply(view, load)))));
  }

  private <T> T limited(Supplier<T> work) {
    copies.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      copies.release();
    }
  }

  private <T> T view(Tenant tenant, Function<TenantView, T> work) {
    long deadline = System.nanoTime() + LONGEST_RETRY.toNanos();
    while (true) {
      List<SqlIdentifier> tables =
          writes.inTransaction(tenant.ownerRole(), transaction -> tables(transaction, tenant));
      try {
        return writes.inTransaction(
            tenant.ownerRole(), transaction -> view(transaction, tenant, tables, work));
      } catch (TablesMoved moved) {
        if (System.nanoTime() > deadline) {
          throw new ProblemException(
              PlatformError.SCHEMA_BUSY, "seconds", LONGEST_RETRY.toSeconds());
        }
        pause();
      }
    }
  }

  private static <T> T view(
      Transaction transaction,
      Tenant tenant,
      List<SqlIdentifier> tables,
      Function<TenantView, T> work) {
    transaction.execute(
        SqlFragment.of("set transaction isolation level repeatable read, read only"));
    UNLIMITED.forEach(transaction::execute);
    TEXTS.forEach(transaction::execute);
    lock(transaction, tenant, tables);
    if (!tables(transaction, tenant).equals(tables)) {
      throw new TablesMoved(new IllegalStateException("a table came or went"));
    }
    Connection connection = ((JdbcTransaction) transaction).connection();
    return work.apply(
        new TenantView() {
          @Override
          public Transaction transaction() {
            return transaction;
          }

          @Override
          public void copy(SqlFragment query, OutputStream sink) {
            copyOut(connection, query, sink);
          }
        });
  }

  /// The locks come before the view: then nothing in the view can have another structure.
  private static void lock(Transaction transaction, Tenant tenant, List<SqlIdentifier> tables) {
    List<SqlFragment> names =
        tables.stream().map(table -> SqlFragment.identifier(tenant.schema(), table)).toList();
    try {
      transaction.execute(SqlFragment.of("set local lock_timeout = '200ms'"));
      transaction.execute(
          SqlFragment.of("lock table ")
              .then(SqlFragment.join(", ", names))
              .then(" in access share mode"));
    } catch (DatabaseConflict | DatabaseFailure e) {
      boolean gone = e instanceof DatabaseFailure failure && failure.sqlState().equals("42P01");
      if (gone || e instanceof DatabaseConflict conflict && conflict.kind().isPassing()) {
        throw new TablesMoved(e);
      }
      throw e;
    }
  }

  private static List<SqlIdentifier> tables(Transaction transaction, Tenant tenant) {
    return transaction.query(
        SqlFragment.of(
            """
            select c.relname::text from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind = 'r' order by c.relname
            """,
            tenant.schema().name()),
        row -> new SqlIdentifier(Objects.requireNonNull(row.text(0))));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(PlatformError.BUSY);
    }
  }

  private static void copyOut(Connection connection, SqlFragment query, OutputStream sink) {
    requirePlain(query);
    String statement = "copy (" + query.text() + ") to stdout (format binary)";
    try {
      CopyOut copy = manager(connection).copyOut(statement);
      try {
        for (byte[] rows = copy.readFromCopy(); rows != null; rows = copy.readFromCopy()) {
          sink.write(rows);
        }
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e, statement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Function<Transaction, T> load(Function<TenantLoad, T> work) {
    return transaction -> {
      UNLIMITED.forEach(transaction::execute);
      TEXTS.forEach(transaction::execute);
      Connection connection = ((JdbcTransaction) transaction).connection();
      return work.apply(
          new TenantLoad() {
            @Override
            public Transaction transaction() {
              return transaction;
            }

            @Override
            public CopySink into(
                SqlIdentifier schema, SqlIdentifier table, List<SqlIdentifier> columns) {
              return copyIn(connection, schema, table, columns);
            }
          });
    };
  }

  private static CopySink copyIn(
      Connection connection,
      SqlIdentifier schema,
      SqlIdentifier table,
      List<SqlIdentifier> columns) {
    String statement =
        SqlFragment.of("copy ")
            .then(SqlFragment.identifier(schema, table))
            .then(" (")
            .then(SqlFragment.join(", ", columns.stream().map(SqlFragment::identifier).toList()))
            .then(") from stdin (format binary)")
            .text();
    try {
      CopyIn copy = manager(connection).copyIn(statement);
      return new CopySink(copy, statement);
    } catch (SQLException e) {
      throw SqlErrors.translate(e, statement);
    }
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /// COPY knows no parameters.
  private static void requirePlain(SqlFragment query) {
    if (!query.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "A query to be copied has (%d) parameters: (%s)."
              .formatted(query.parameters().size(), query));
    }
  }
}
