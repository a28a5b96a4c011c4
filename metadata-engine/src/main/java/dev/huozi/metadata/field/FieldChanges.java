package dev.huozi.metadata.field;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may change about fields that hold values. Whether the values themselves allow it is asked
/// later (see `schema.TypeChanges`).
public final class FieldChanges {
  private static final Pattern FIELD = Pattern.compile("fields\\.[^.]+");

  private final Issues issues;

  public FieldChanges(Issues issues) {
    this.issues = issues;
  }

  /// Whether a property path names a whole field.
  public static boolean isField(String path) {
    return FIELD.matcher(path).matches();
  }

  /// @param before the fields of a published definition
  /// @param after those of the wished one
  public void check(List<Field> before, List<Field> after) {
    Map<String, Field> wished = new HashMap<>();
    after.forEach(field -> wished.put(ApiName.key(field.name()), field));
    Map<String, Field> old = new HashMap<>();
    before.forEach(field -> old.put(ApiName.key(field.name()), field));
    for (Field field : after) {
      rename(field, old, wished);
    }
    for (Field field : before) {
      Field now = successor(field, wished, after);
      if (now != null) {
        change(field, now);
      }
    }
  }

  /// `was` may stay in the file after the renaming; it is wrong while the old name is in use beside
  /// the new one.
  private void rename(Field field, Map<String, Field> old, Map<String, Field> wished) {
    if (field.was() instanceof String was
        && old.containsKey(ApiName.key(was))
        && (wished.containsKey(ApiName.key(was)) || old.containsKey(ApiName.key(field.name())))) {
      issues.error(
          MetadataError.RENAME_SOURCE,
          "fields." + field.name() + ".was",
          "was",
          was,
          "name",
          field.name());
    }
  }

  private static @Nullable Field successor(
      Field field, Map<String, Field> wished, List<Field> after) {
    Field same = wished.get(ApiName.key(field.name()));
    if (same != null) {
      return same;
    }
    for (Field candidate : after) {
      if (candidate.was() instanceof String was && ApiName.same(was, field.name())) {
        return candidate;
      }
    }
    return null;
  }

  private void change(Field before, Field after) {
    if (TypeFit.of(before.type(), after.type()) == TypeFit.NONE) {
      issues.error(
          MetadataError.FIELD_TYPE_CHANGE,
          "fields." + after.name() + ".type",
          "field",
          after.name(),
          "before",
          FieldTypeWords.describe(before.type()),
          "after",
          FieldTypeWords.describe(after.type()));
    }
  }
}
