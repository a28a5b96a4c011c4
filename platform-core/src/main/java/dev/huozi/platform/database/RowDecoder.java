package dev.huozi.platform.database;

/// Turns a row into a value. Called while the row is valid; must not keep it.
@FunctionalInterface
public interface RowDecoder<T> {
  T decode(Row row);
}
