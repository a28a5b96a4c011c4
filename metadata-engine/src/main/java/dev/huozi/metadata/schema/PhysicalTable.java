package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /// The names of all columns, parked ones too.
  Set<SqlIdentifier> names() {
    Set<SqlIdentifier> names = new LinkedHashSet<>();
    columns.forEach(column -> names.add(column.name()));
    return names;
  }

  /// This table without the columns that are parked here and not in `before`.
  PhysicalTable withoutNewlyParked(PhysicalTable before) {
    Set<SqlIdentifier> known = new LinkedHashSet<>();
    before.columns().stream()
        .filter(PhysicalColumn::parked)
        .forEach(column -> known.add(column.name()));
    return new PhysicalTable(
        objectId,
        name,
        columns.stream()
            .filter(column -> !column.parked() || known.contains(column.name()))
            .toList());
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
