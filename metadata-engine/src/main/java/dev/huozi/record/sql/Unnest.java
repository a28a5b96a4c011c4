package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.record.query.ColumnKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arrays as parameters.
final class Unnest {
  private Unnest() {}

  /// `?::uuid[]` with the values bound.
  static SqlFragment array(ColumnKind kind, List<? extends @Nullable Object> values) {
    SqlArray array = new SqlArray(kind.elementType(), values);
    return switch (kind) {
      case TEXT -> SqlFragment.of("?::text[]", array);
      case NUMERIC -> SqlFragment.of("?::numeric[]", array);
      case BOOLEAN -> SqlFragment.of("?::bool[]", array);
      case DATE -> SqlFragment.of("?::date[]", array);
      case INSTANT -> SqlFragment.of("?::timestamptz[]", array);
      case ID -> SqlFragment.of("?::uuid[]", array);
    };
  }
}
