package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.ColumnType.Base;
import dev.huozi.platform.sql.SqlFragment;

/// How a value of one column type becomes one of another.
record Conversion(ColumnType from, ColumnType to) {
  SqlFragment value(SqlFragment column) {
    if (to.base() == Base.TEXT) {
      return switch (from.base()) {
        case NUMERIC -> SqlFragment.of("trim_scale(").then(column).then(")::text");
        case DATE -> SqlFragment.of("to_char(").then(column).then(", 'YYYY-MM-DD')");
        case TEXT, BOOLEAN, TIMESTAMPTZ, UUID -> column.then("::text");
      };
    }
    SqlFragment plain =
        from.base() == Base.TEXT ? SqlFragment.of("btrim(").then(column).then(")") : column;
    return SqlFragment.of("cast(").then(plain).then(" as ").then(to.sql()).then(")");
  }
}
