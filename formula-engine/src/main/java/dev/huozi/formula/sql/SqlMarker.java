package dev.huozi.formula.sql;

import dev.huozi.formula.type.Family;
import dev.huozi.platform.sql.SqlFragment;
import java.util.List;

/// How an error stands in SQL: as a value of its type that no field has, so that it travels through
/// expressions without a second column and no row fails its statement. A condition that can fail is
/// a small number: 1 true, 0 false, null blank, 2 error. The functions `huozi.hz_*` use the same
/// markers.
public final class SqlMarker {
  private SqlMarker() {}

  /// The error of a type; conditions as numbers.
  public static SqlFragment of(Family family) {
    return switch (family) {
      case NUMERIC -> SqlFragment.of("'NaN'::numeric");
      case TEXT, PICKLIST -> SqlFragment.of("huozi.hz_failed()");
      case BOOLEAN -> SqlFragment.of("2");
      case DATE -> SqlFragment.of("'infinity'::date");
      case DATETIME -> SqlFragment.of("'infinity'::timestamptz");
      case TIME -> SqlFragment.of("time '24:00'");
      case REFERENCE -> SqlFragment.of("'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid");
      case MULTIPICKLIST -> SqlFragment.of("array[huozi.hz_failed()]");
      case GEO, NULL -> SqlFragment.of("null");
    };
  }

  /// Whether a value of that family is the error.
  public static SqlFragment isError(SqlFragment value, Family family) {
    return value.then(" = ").then(of(family));
  }

  /// A value that may be the error, with null in its place; a condition as a boolean again.
  public static SqlFragment errorAsNull(SqlFragment value, Family family) {
    return family == Family.BOOLEAN
        ? SqlFragment.of("case ").then(value).then(" when 1 then true when 0 then false end")
        : SqlFragment.of("nullif(").then(value).then(", ").then(of(family)).then(")");
  }

  static SqlFragment anyError(List<SqlFragment> values, List<Family> families) {
    List<SqlFragment> each = new java.util.ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      each.add(isError(values.get(i), families.get(i)));
    }
    return SqlFragment.join(" or ", each);
  }
}
