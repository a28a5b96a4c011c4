package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlJson;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One transaction on one connection. Every value is sent as untyped text (see
/// `DatabaseSettings.jdbcUrl`): so the text of a statement has one prepared form, whether a value
/// is null or not, and means the same over both doors.
final class JdbcTransaction implements Transaction {
  private final Connection connection;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean ended;

  JdbcTransaction(Connection connection) {
    this.connection = connection;
  }

  @Override
  public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
    checkOpen();
    try (PreparedStatement prepared = prepare(statement);
        ResultSet rows = prepared.executeQuery()) {
      JdbcRow row = new JdbcRow(rows);
      List<T> decoded = new ArrayList<>();
      while (rows.next()) {
        decoded.add(decoder.decode(row));
      }
      return decoded;
    } catch (SQLException e) {
      throw SqlErrors.translate(e, statement.text());
    }
  }

  @Override
  public int execute(SqlFragment statement) {
    checkOpen();
    try (PreparedStatement prepared = prepare(statement)) {
      prepared.execute();
      return Math.max(prepared.getUpdateCount(), 0);
    } catch (SQLException e) {
      throw SqlErrors.translate(e, statement.text());
    }
  }

  @Override
  public void executeAll(List<SqlFragment> statements) {
    checkOpen();
    if (statements.isEmpty()) {
      return;
    }
    SqlFragment all = SqlFragment.join(";\n", statements);
    try {
      if (all.parameters().isEmpty()) {
        // DDL is not asked for twice: nothing to prepare.
        try (Statement statement = connection.createStatement()) {
          statement.execute(all.text());
        }
      } else {
        try (PreparedStatement prepared = prepare(all)) {
          prepared.execute();
        }
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e, all.text());
    }
  }

  @Override
  public void afterCommit(Runnable work) {
    checkOpen();
    afterCommit.add(work);
  }

  private void checkOpen() {
    if (ended) {
      throw new IllegalStateException(
          "The transaction has ended.\nMaybe do this inside the function that got it.");
    }
  }

  /// For COPY, which no statement can do.
  Connection connection() {
    checkOpen();
    return connection;
  }

  void end() {
    ended = true;
  }

  void runAfterCommit() {
    afterCommit.forEach(Runnable::run);
  }

  private PreparedStatement prepare(SqlFragment statement) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement.text());
    try {
      int position = 1;
      for (Object parameter : statement.parameters()) {
        bind(prepared, position++, parameter);
      }
      return prepared;
    } catch (SQLException | RuntimeException e) {
      prepared.close();
      throw e;
    }
  }

  private void bind(PreparedStatement prepared, int position, @Nullable Object parameter)
      throws SQLException {
    switch (parameter) {
      case null -> prepared.setNull(position, Types.VARCHAR);
      case SqlArray array ->
          prepared.setArray(
              position, connection.createArrayOf(array.elementType(), array.elements().toArray()));
      case SqlJson json -> prepared.setString(position, json.json());
      case BigDecimal number -> prepared.setString(position, number.toPlainString());
      default -> prepared.setString(position, parameter.toString());
    }
  }
}
