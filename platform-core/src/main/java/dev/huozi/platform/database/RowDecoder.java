package dev.huozi.platform.database;

import org.jspecify.annotations.Nullable;

/// Turns a row into a value. Called while the row is valid; must not keep it. Null only where the
/// caller expects it, for example when it reads one column that may be NULL.
@FunctionalInterface
public interface RowDecoder<T> {
  @Nullable T decode(Row row);
}
