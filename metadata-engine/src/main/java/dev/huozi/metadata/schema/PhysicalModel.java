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

  /// The tables in order of object id.
  public List<PhysicalTable> inOrder() {
    return List.copyOf(new TreeMap<>(tables).values());
  }
}
