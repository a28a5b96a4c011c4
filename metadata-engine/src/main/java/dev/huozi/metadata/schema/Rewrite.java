package dev.huozi.metadata.schema;

/// How much of a table a statement goes through.
public enum Rewrite {
  /// Only the catalogue: milliseconds at any size.
  NONE,
  /// Every row is read.
  SCAN,
  /// Every row is written.
  REWRITE
}
