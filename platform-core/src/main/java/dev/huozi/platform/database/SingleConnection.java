package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlFragment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// One connection for a program that asks a few questions and ends, such as `huozi formula run
/// --sql`. Brings the schema `huozi` up to date first, for its functions. Knows no tenants.
public final class SingleConnection implements AutoCloseable {
  private final Connection connection;
  private final JdbcTransaction questions;

  private SingleConnection(Connection connection) {
    this.connection = connection;
    this.questions = new JdbcTransaction(connection);
  }

  public static SingleConnection open(DatabaseSettings settings) {
    Migrations.migrateControlPlane(settings);
    try {
      return new SingleConnection(
          DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password()));
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "connect");
    }
  }

  public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
    return questions.query(statement, decoder);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "close");
    }
  }
}
