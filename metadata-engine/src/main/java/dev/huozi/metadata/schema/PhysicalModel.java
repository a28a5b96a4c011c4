package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All generated names of a tenant.
///
/// @param next the counter that the next component id or name is made from
public record PhysicalModel(Map<Long, PhysicalTable> tables, long next) {
  public static final PhysicalModel EMPTY = new PhysicalModel(Map.of(), 1);

  public PhysicalModel {
    tables = Map.copyOf(tables);
  }

  public @Nullable PhysicalTable table(long objectId) {
    return tables.get(objectId);
  }

  /// The names of all columns, parked ones too.
  Set<SqlIdentifier> columnNames() {
    return tables.values().stream()
        .flatMap(table -> table.columns().stream())
        .map(PhysicalColumn::name)
        .collect(Collectors.toSet());
  }

  /// The same without some columns and tables.
  public PhysicalModel without(Set<SqlIdentifier> names) {
    Map<Long, PhysicalTable> rest = new HashMap<>();
    tables.forEach((id, table) -> {
      if (!names.contains(table.name())) {
        rest.put(id, table.without(names));
      }
    });
    return new PhysicalModel(rest, next);
  }

  /// The tables in order of object id.
  public List<PhysicalTable> inOrder() {
    return List.copyOf(new TreeMap<>(tables).values());
  }
}
