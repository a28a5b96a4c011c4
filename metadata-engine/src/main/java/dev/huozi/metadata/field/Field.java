package dev.huozi.metadata.field;

import dev.huozi.metadata.model.AnyScalar;
import dev.huozi.metadata.model.OnByDefault;
import dev.huozi.platform.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/// One field of an object. In a pack file the type's own keys stand beside these (`type: number`,
/// `scale: 2`).
///
/// @param name API name, unique in the object without regard to case
/// @param help one or two sentences shown under the input
/// @param required refused when blank on every write path; always true for a masterdetail
/// @param unique no two records of the tenant share a value; text without regard to case
/// @param readOnly refused in every write but the system's own
/// @param active false once deactivated: hidden everywhere, data kept
/// @param defaultValue value for new records as text: a literal (`MT`, `12.5`, `true`,
///   `2026-01-31`), or `$User`, `$Today`, `$Now`; null for none
/// @param was the name before, where a pack renames the field
public record Field(
    String name,
    LocalizedText label,
    LocalizedText help,
    FieldType type,
    boolean required,
    boolean unique,
    boolean readOnly,
    @OnByDefault boolean active,
    @AnyScalar @Nullable String defaultValue,
    @Nullable String was) {
  public Field {
    required = required || type instanceof FieldType.MasterDetail;
  }
}
