package dev.huozi.metadata.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /// The same names without the columns that are parked here and not in `before`: for changes that
  /// leave nothing behind.
  public PhysicalModel withoutNewlyParked(PhysicalModel before) {
    Map<Long, PhysicalTable> clean = new TreeMap<>();
    tables.forEach((id, table) -> {
      PhysicalTable old = before.table(id);
      clean.put(id, old == null ? table : table.withoutNewlyParked(old));
    });
    return new PhysicalModel(clean, next);
  }

  /// The tables in order of object id.
  public List<PhysicalTable> inOrder() {
    return List.copyOf(new TreeMap<>(tables).values());
  }
}
