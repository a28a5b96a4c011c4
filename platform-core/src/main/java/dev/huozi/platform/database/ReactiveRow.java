package dev.huozi.platform.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the Vert.x client.
record ReactiveRow(io.vertx.sqlclient.Row row) implements Row {
  @Override
  public int size() {
    return row.size();
  }

  @Override
  public @Nullable String text(int column) {
    return switch (row.getValue(column)) {
      case null -> null;
      case String text -> text;
      case Object other ->
          throw new IllegalStateException(
              "Column (%s) is a (%s), not text.\nMaybe select it as (::text)."
                  .formatted(row.getColumnName(column), other.getClass().getSimpleName()));
    };
  }

  @Override
  public @Nullable UUID uuid(int column) {
    return row.getUUID(column);
  }

  @Override
  public @Nullable BigDecimal decimal(int column) {
    return row.getBigDecimal(column);
  }

  @Override
  public @Nullable Integer integer(int column) {
    return row.getInteger(column);
  }

  @Override
  public @Nullable Long longInteger(int column) {
    return row.getLong(column);
  }

  @Override
  public @Nullable Boolean bool(int column) {
    return row.getBoolean(column);
  }

  @Override
  public @Nullable LocalDate date(int column) {
    return row.getLocalDate(column);
  }

  @Override
  public @Nullable Instant instant(int column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  /// The client would decode JSON numbers as doubles: only text is exact.
  @Override
  public @Nullable String json(int column) {
    return text(column);
  }

  @Override
  public @Nullable List<String> texts(int column) {
    String[] texts = row.getArrayOfStrings(column);
    return texts == null ? null : List.of(texts);
  }
}
