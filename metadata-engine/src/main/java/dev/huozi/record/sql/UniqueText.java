package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.record.query.ColumnKind;

/// How unique values are compared: text without regard to case. The unique indexes are built on the
/// same expression.
final class UniqueText {
  private UniqueText() {}

  static SqlFragment of(ColumnKind kind, SqlFragment value) {
    return kind == ColumnKind.TEXT
        ? SqlFragment.of("lower(").then(value).then(" collate \"und-x-icu\")")
        : value;
  }
}
