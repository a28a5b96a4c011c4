package dev.huozi.ui.load;

import dev.huozi.record.load.profile.ImportProfile;
import org.jspecify.annotations.Nullable;

/// Where a column goes, as one value of a select: `field`, `field|key` or `field|key|object`. API
/// names hold none of these bars.
record ColumnChoice(String field, @Nullable String by, @Nullable String object) {
  static ColumnChoice of(ImportProfile.Column column) {
    return new ColumnChoice(column.field(), column.by(), column.object());
  }

  /// @param code not empty
  static ColumnChoice read(String code) {
    String[] parts = code.split("\\|", -1);
    return new ColumnChoice(parts[0], part(parts, 1), part(parts, 2));
  }

  private static @Nullable String part(String[] parts, int place) {
    return place < parts.length && !parts[place].isEmpty() ? parts[place] : null;
  }

  String code() {
    if (by == null && object == null) {
      return field;
    }
    return field + "|" + (by == null ? "" : by) + (object == null ? "" : "|" + object);
  }

  ImportProfile.Column column(String name) {
    return new ImportProfile.Column(name, field, by, object);
  }
}
