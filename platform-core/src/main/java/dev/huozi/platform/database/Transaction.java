package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlFragment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open transaction on one JDBC connection, under one role of one tenant. Not thread-safe; ends
/// with the function it was handed to (see `TenantDatabase`).
public interface Transaction {
  /// All rows of a query, decoded.
  <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder);

  /// The single row of a query, or null when there is none. More than one row is a programming
  /// mistake.
  default <T> @Nullable T queryOne(SqlFragment statement, RowDecoder<T> decoder) {
    List<T> rows = query(statement, decoder);
    if (rows.size() > 1) {
      throw new IllegalStateException(
          "Expected at most one row, got (%d) from (%s).".formatted(rows.size(), statement));
    }
    return rows.isEmpty() ? null : rows.getFirst();
  }

  /// Runs a statement and returns the number of rows it changed.
  int execute(SqlFragment statement);

  /// Runs statements one after the other, sent together: the database is waited for once. The first
  /// that fails ends it.
  default void executeAll(List<SqlFragment> statements) {
    statements.forEach(this::execute);
  }

  /// Runs `work` after this transaction has been committed, and not at all if it is rolled back.
  /// For in-memory hints only; work that must not be lost goes through the outbox.
  void afterCommit(Runnable work);
}
