package dev.huozi.platform.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of an answer, the same over both doors. Columns count from 0. Every getter returns null
/// for SQL NULL.
public interface Row {
  int size();

  @Nullable String text(int column);

  @Nullable UUID uuid(int column);

  @Nullable BigDecimal decimal(int column);

  @Nullable Integer integer(int column);

  @Nullable Long longInteger(int column);

  @Nullable Boolean bool(int column);

  @Nullable LocalDate date(int column);

  @Nullable Instant instant(int column);

  /// A `json` or `jsonb` value as JSON text. Select it as `column::text`: one driver would read its
  /// numbers as doubles.
  @Nullable String json(int column);

  /// A `text[]` column.
  @Nullable List<String> texts(int column);
}
