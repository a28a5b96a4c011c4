package dev.huozi.metadata.schema;

/// What becomes of tables and columns that a model no longer wants.
public enum Disposal {
  /// They stay, out of use, and come back with what they hold when a version that has them is
  /// restored.
  PARK,
  /// On the way back to a former version: those that were not there then go, if they are empty; the
  /// others are parked.
  RETURN,
  /// They go for good, whatever they hold.
  PURGE
}
