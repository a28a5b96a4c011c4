package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object with its physical table.
///
/// Every table has, beside the fields' columns, the system columns `id uuid`, `version int`,
/// `created_at`, `created_by`, `updated_at`, `updated_by`; they are FieldModels too (`system()`
/// true) except that `version` is the record's ETag.
///
/// @param id the component's id in the catalogue: goes into history, outbox and physical names
/// @param definition as it was defined; fields that extensions add stand only in `fields`
/// @param fields system fields first, then the active fields in their order, then those of
///   extensions; inactive ones are absent
public record ObjectModel(
    long id,
    ObjectType definition,
    SqlIdentifier schema,
    SqlIdentifier table,
    List<FieldModel> fields) {
  /// The record's currency code (ISO 4217), in every object that has a currency field (see
  /// `hasCurrency`); null there means the tenant's currency.
  public static final SqlIdentifier CURRENCY = new SqlIdentifier("currency");

  public ObjectModel {
    fields = List.copyOf(fields);
  }

  /// Whether the table has the column `CURRENCY`.
  public boolean hasCurrency() {
    return fields.stream().anyMatch(field -> field.field().type() instanceof FieldType.Currency);
  }

  public String name() {
    return definition.name();
  }

  /// The active field of that API name (case does not count), or null.
  public @Nullable FieldModel field(String name) {
    for (FieldModel field : fields) {
      if (ApiName.same(field.name(), name)) {
        return field;
      }
    }
    return null;
  }

  public FieldModel nameField() {
    FieldModel found = field(definition.nameField());
    if (found == null) {
      throw new IllegalStateException(
          "Object (%s) has no name field (%s).".formatted(name(), definition.nameField()));
    }
    return found;
  }

  /// Cheap, as object models are keys of many maps.
  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
