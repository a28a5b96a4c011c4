package dev.huozi.metadata.field;

import dev.huozi.metadata.model.AnyScalar;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.model.OnByDefault;
import dev.huozi.platform.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/// One field of an object. In a pack file the type's own keys stand beside these (`type: number`,
/// `scale: 2`).
///
/// @param name API name, unique in the object without regard to case
/// @param help one or two sentences shown under the input
/// @param required when a blank is refused, on every write path; always for a masterdetail
/// @param unique no two records of the tenant share a value; text without regard to case
/// @param readOnly when a change is refused in every write but the system's own
/// @param active false once deactivated: hidden everywhere, data kept
/// @param defaultValue value for new records as text: a literal (`MT`, `12.5`, `true`,
///   `2026-01-31`), or `$User`, `$Today`, `$Now`; null for none
/// @param defaultFormula formula that gives the value of new records from their other values, in
///   place of `defaultValue`; null for none
/// @param filter of a reference: the condition that a record of its target must meet to be chosen,
///   where `$Record` is the record that refers to it; null for any record
/// @param was the name before, where a pack renames the field
public record Field(
    String name,
    LocalizedText label,
    LocalizedText help,
    FieldType type,
    Condition required,
    boolean unique,
    Condition readOnly,
    @OnByDefault boolean active,
    @AnyScalar @Nullable String defaultValue,
    @Nullable String defaultFormula,
    @Nullable String filter,
    @Nullable String was) {
  public Field {
    required = type instanceof FieldType.MasterDetail ? Condition.ALWAYS : required;
  }

  /// Whether a new record gets a value when its sender leaves the field out.
  public boolean hasDefault() {
    return defaultValue != null || defaultFormula != null;
  }
}
