package dev.huozi.platform.database;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current row of a JDBC result.
final class JdbcRow implements Row {
  private final ResultSet rows;
  private final int size;

  JdbcRow(ResultSet rows) throws SQLException {
    this.rows = rows;
    this.size = rows.getMetaData().getColumnCount();
  }

  @FunctionalInterface
  private interface Getter<T> {
    @Nullable T get(int position) throws SQLException;
  }

  private static <T> @Nullable T read(int column, Getter<T> getter) {
    try {
      return getter.get(column + 1);
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "column " + column);
    }
  }

  /// For the getters that answer zero for NULL.
  private <T> @Nullable T readPrimitive(int column, Getter<T> getter) {
    return read(
        column,
        position -> {
          T value = getter.get(position);
          return rows.wasNull() ? null : value;
        });
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable String text(int column) {
    return read(column, rows::getString);
  }

  @Override
  public @Nullable UUID uuid(int column) {
    return read(column, position -> rows.getObject(position, UUID.class));
  }

  @Override
  public @Nullable BigDecimal decimal(int column) {
    return read(column, rows::getBigDecimal);
  }

  @Override
  public @Nullable Integer integer(int column) {
    return readPrimitive(column, rows::getInt);
  }

  @Override
  public @Nullable Long longInteger(int column) {
    return readPrimitive(column, rows::getLong);
  }

  @Override
  public @Nullable Boolean bool(int column) {
    return readPrimitive(column, rows::getBoolean);
  }

  @Override
  public @Nullable LocalDate date(int column) {
    return read(column, position -> rows.getObject(position, LocalDate.class));
  }

  @Override
  public @Nullable Instant instant(int column) {
    OffsetDateTime time = read(column, position -> rows.getObject(position, OffsetDateTime.class));
    return time == null ? null : time.toInstant();
  }

  @Override
  public @Nullable String json(int column) {
    return text(column);
  }

  @Override
  public @Nullable List<String> texts(int column) {
    Array array = read(column, rows::getArray);
    if (array == null) {
      return null;
    }
    try {
      return List.of((String[]) array.getArray());
    } catch (SQLException e) {
      throw SqlErrors.translate(e, "column " + column);
    }
  }
}
