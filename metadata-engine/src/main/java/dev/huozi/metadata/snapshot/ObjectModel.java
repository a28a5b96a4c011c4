package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object with its physical table.
///
/// Every table has, beside the fields' columns, the system columns `id uuid`, `version int`, `created_at`, `created_by`,
/// `updated_at`, `updated_by`; they are FieldModels too (`system()` true) except that `version` is the record's ETag.
///
/// @param id the component's id in the catalogue: goes into history, outbox and physical names
/// @param fields system fields first, then the active fields in their order; inactive ones are absent
public record ObjectModel(
    long id, ObjectType definition, SqlIdentifier schema, SqlIdentifier table, List<FieldModel> fields) {
  public ObjectModel {
    fields = List.copyOf(fields);
  }

  public String name() {
    return definition.name();
  }

  /// The active field of that API name (case does not count), or null.
  public @Nullable FieldModel field(String name) {
    for (FieldModel field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field;
      }
    }
    return null;
  }

  public FieldModel nameField() {
    FieldModel found = field(definition.nameField());
    if (found == null) {
      throw new IllegalStateException("Object (%s) has no name field (%s).".formatted(name(), definition.nameField()));
    }
    return found;
  }

  /// Cheap, as object models are keys of many maps.
  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
