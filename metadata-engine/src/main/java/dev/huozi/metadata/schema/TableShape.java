package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the table of an object should look like, beyond the system columns that all have. Comparing
/// two of them gives the changes between two models.
///
/// @param currency whether the table has the column `currency`
/// @param columns the columns of fields in use, by name; parked ones stay in the table but not here
public record TableShape(
    SqlIdentifier name,
    boolean currency,
    Map<SqlIdentifier, Column> columns,
    Map<SqlIdentifier, ForeignKey> foreignKeys,
    Map<SqlIdentifier, Index> indexes,
    Map<SqlIdentifier, OneTarget> checks) {

  public TableShape {
    columns = ordered(columns);
    foreignKeys = ordered(foreignKeys);
    indexes = ordered(indexes);
    checks = ordered(checks);
  }

  /// Nothing but system columns.
  static TableShape bare(SqlIdentifier name) {
    return new TableShape(name, false, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static <T> Map<SqlIdentifier, T> ordered(Map<SqlIdentifier, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /// A column of a field.
  ///
  /// @param required no row may be blank there; a boolean never is
  public record Column(SqlIdentifier name, ColumnType type, boolean required) {
    boolean isBoolean() {
      return type.base() == ColumnType.Base.BOOLEAN;
    }
  }

  /// A reference to another table.
  ///
  /// @param clear whether the reference is emptied when its target goes; else the target has to
  ///   stay
  public record ForeignKey(
      SqlIdentifier name, SqlIdentifier column, SqlIdentifier target, boolean clear) {}

  /// An index.
  public record Index(SqlIdentifier name, boolean unique, List<Part> parts) {
    public Index {
      parts = List.copyOf(parts);
    }
  }

  /// A column in an index.
  public record Part(SqlIdentifier column, Form form) {}

  /// How a column stands in an index.
  public enum Form {
    /// As it is.
    PLAIN,
    /// Without regard to case: how unique texts are compared.
    FOLDED,
    /// In the order of the tenant's lists.
    SORTED
  }

  /// The columns of a polylookup hold at most one reference.
  ///
  /// @param required exactly one
  public record OneTarget(SqlIdentifier name, List<SqlIdentifier> columns, boolean required) {
    public OneTarget {
      columns = List.copyOf(columns);
    }
  }
}
