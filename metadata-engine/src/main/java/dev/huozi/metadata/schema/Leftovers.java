package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands in the database beside the tables and columns in use, and what becomes of it.
///
/// @param columns types of the parked columns that were there before
/// @param renamed parked columns that serve new fields, old names by new ones
/// @param droppedColumns tables by the columns that go for good
/// @param droppedTables tables that go for good
/// @param parkedTables tables whose object goes while they stay
/// @param revivedTables parked tables whose object comes back
/// @param droppedCurrencies tables that no longer need their column `currency`
/// @param shadowed columns whose new values are made ready in a column beside
record Leftovers(
    Map<SqlIdentifier, ColumnType> columns,
    Map<SqlIdentifier, SqlIdentifier> renamed,
    Map<SqlIdentifier, SqlIdentifier> droppedColumns,
    Set<SqlIdentifier> droppedTables,
    Set<SqlIdentifier> parkedTables,
    Set<SqlIdentifier> revivedTables,
    Set<SqlIdentifier> droppedCurrencies,
    Set<SqlIdentifier> shadowed) {

  /// Nothing stands there.
  static final Leftovers NONE =
      new Leftovers(Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  static Leftovers of(
      PhysicalModel before, PhysicalModel after, Map<SqlIdentifier, SqlIdentifier> renamed) {
    Leftovers leftovers =
        new Leftovers(
            new HashMap<>(),
            Map.copyOf(renamed),
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            Set.of(),
            Set.of());
    for (PhysicalTable table : before.inOrder()) {
      leftovers.compare(table, after.table(table.objectId()));
    }
    return leftovers;
  }

  private void compare(PhysicalTable before, @Nullable PhysicalTable after) {
    if (after == null) {
      droppedTables.add(before.name());
      return;
    }
    if (before.parked() != after.parked()) {
      (after.parked() ? parkedTables : revivedTables).add(before.name());
    }
    for (PhysicalColumn column : before.columns()) {
      if (column.parked()) {
        columns.put(column.name(), column.type());
      }
      if (after.column(column.name()) == null && !renamed.containsValue(column.name())) {
        droppedColumns.put(column.name(), before.name());
      }
    }
  }

  Set<SqlIdentifier> present() {
    return columns.keySet();
  }

  /// The type that a parked column has.
  @Nullable ColumnType present(SqlIdentifier column) {
    return columns.get(column);
  }

  Leftovers with(Set<SqlIdentifier> shadows, Set<SqlIdentifier> currencies) {
    return new Leftovers(
        columns,
        renamed,
        droppedColumns,
        droppedTables,
        parkedTables,
        revivedTables,
        currencies,
        shadows);
  }
}
