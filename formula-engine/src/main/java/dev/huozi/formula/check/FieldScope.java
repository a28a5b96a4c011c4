package dev.huozi.formula.check;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The names that a formula may use, as seen from one object. Fields that the author may not read
/// do not exist here, so an unreadable name and a misspelt one get the same answer.
public interface FieldScope {
  /// The object's name as the author knows it, for messages.
  String objectName();

  /// The field of that API name (case does not count), or of that label if only one field has it,
  /// or a root such as `$User`.
  @Nullable ScopedField find(String name);

  /// What lies behind a reference field with one target; null when there is none or several.
  @Nullable FieldScope follow(ScopedField reference);

  /// All fields and roots, for suggestions.
  Collection<ScopedField> fields();
}
