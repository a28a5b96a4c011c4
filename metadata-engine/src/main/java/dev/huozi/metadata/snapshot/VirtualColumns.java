package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.platform.sql.SqlIdentifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names for fields that have no column, in the place of a column's: unique in the tenant, the same
/// as long as the field has its name. They never stand in a statement.
final class VirtualColumns {
  private static final int BASE = 36;

  private VirtualColumns() {}

  /// `v_5_…` for a field of the object with the table `o_5`.
  static SqlIdentifier name(Field field, PhysicalTable table) {
    UUID hash = UUID.nameUUIDFromBytes(ApiName.key(field.name()).getBytes(StandardCharsets.UTF_8));
    String suffix = new BigInteger(hash.toString().replace("-", ""), 16).toString(BASE);
    return new SqlIdentifier("v" + table.name().name().substring(1) + "_" + suffix);
  }
}
