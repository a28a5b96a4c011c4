package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;

/// A column that holds, or held, a field.
///
/// @param fieldKey the field, by `ApiName.key`
/// @param slot the target object's component id for a column of a polylookup, 0 for all other
///   fields, `ERROR` for the second column of a stored formula
/// @param parked the field is gone; the column waits for a field of the same type
public record PhysicalColumn(
    String fieldKey, long slot, SqlIdentifier name, ColumnType type, boolean parked) {
  /// The slot of a stored formula's column for the error that stands in place of a value.
  public static final long ERROR = -1;

  /// The column of a record's currency code, as if it were a field's.
  static final PhysicalColumn CURRENCY =
      new PhysicalColumn("currency", 0, new SqlIdentifier("currency"), ColumnType.TEXT, false);

  PhysicalColumn with(String newFieldKey, long newSlot, ColumnType newType) {
    return new PhysicalColumn(newFieldKey, newSlot, name, newType, false);
  }

  PhysicalColumn park() {
    return new PhysicalColumn(fieldKey, slot, name, type, true);
  }
}
