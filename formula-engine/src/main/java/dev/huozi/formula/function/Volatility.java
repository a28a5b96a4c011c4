package dev.huozi.formula.function;

/// What a value depends on beside the arguments, from harmless to worst.
public enum Volatility {
  /// Nothing: may be folded, stored, indexed.
  IMMUTABLE,
  /// The zone: DATEVALUE of a datetime. Stored values use the tenant's zone.
  ZONE,
  /// Tenant data that changes seldom: calendars, rates.
  STABLE,
  /// The clock: TODAY, NOW. Never stored, indexed or sorted by.
  CLOCK
}
