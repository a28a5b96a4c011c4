package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.field.Field;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;

/// A field with its columns: one, or for a polylookup one for each target in the order of
/// `targets`.
///
/// @param position index in the object's `fields`, for compact row layouts
/// @param system true for id (a lookup to the object itself), created_at, created_by, updated_at,
///   updated_by: read-only, present in every object, in columns of their own names
public record FieldModel(int position, Field field, List<SqlIdentifier> columns, boolean system) {
  public FieldModel {
    columns = List.copyOf(columns);
  }

  public String name() {
    return field.name();
  }

  /// The only column of a field that has one.
  public SqlIdentifier column() {
    return columns.getFirst();
  }

  /// Cheap, as field models are keys of many maps.
  @Override
  public int hashCode() {
    return 31 * position + field.name().hashCode();
  }
}
