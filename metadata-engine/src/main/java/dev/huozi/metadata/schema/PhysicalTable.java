package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of an object.
///
/// @param objectId the object's component id
/// @param parked the object is gone; the table waits for a return to a version that has it
/// @param columns in order of name
public record PhysicalTable(
    long objectId, SqlIdentifier name, boolean parked, List<PhysicalColumn> columns) {
  public PhysicalTable {
    columns =
        columns.stream().sorted(Comparator.comparing(column -> column.name().name())).toList();
  }

  /// The same with nothing in use.
  PhysicalTable park() {
    return new PhysicalTable(
        objectId, name, true, columns.stream().map(PhysicalColumn::park).toList());
  }

  /// The same without some of its columns.
  PhysicalTable without(Set<SqlIdentifier> names) {
    return new PhysicalTable(
        objectId,
        name,
        parked,
        columns.stream().filter(column -> !names.contains(column.name())).toList());
  }

  /// The column of that name, in use or not, or null.
  @Nullable PhysicalColumn column(SqlIdentifier wanted) {
    for (PhysicalColumn column : columns) {
      if (column.name().equals(wanted)) {
        return column;
      }
    }
    return null;
  }

  /// The column of a field in use, or null.
  public @Nullable PhysicalColumn find(String fieldKey, long slot) {
    for (PhysicalColumn column : columns) {
      if (!column.parked() && column.slot() == slot && column.fieldKey().equals(fieldKey)) {
        return column;
      }
    }
    return null;
  }
}
