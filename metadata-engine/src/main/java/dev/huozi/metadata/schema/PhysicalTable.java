package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of an object.
///
/// @param objectId the object's component id
/// @param columns in order of name
public record PhysicalTable(long objectId, SqlIdentifier name, List<PhysicalColumn> columns) {
  public PhysicalTable {
    columns =
        columns.stream().sorted(Comparator.comparing(column -> column.name().name())).toList();
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
