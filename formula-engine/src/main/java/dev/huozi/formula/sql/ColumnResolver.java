package dev.huozi.formula.sql;

import dev.huozi.formula.check.FieldPath;
import dev.huozi.platform.sql.SqlFragment;

/// Says where the value of a field comes from: a column (over a join when the path leaves the
/// record), or a bound parameter with a cast for roots such as `$User`.
///
/// The column has the natural type of the field: numeric, text, boolean, date, timestamptz, time,
/// uuid; a picklist is its code as text.
@FunctionalInterface
public interface ColumnResolver {
  SqlFragment column(FieldPath path);

  /// Whether the path stands for one known value that is not blank, such as `$User`: it is then
  /// compared like a literal, so that an index serves `owner = $User`.
  default boolean isKnown(FieldPath path) {
    return false;
  }

  /// Whether the value may be an error, as that of a formula field that can fail: then the column
  /// holds the marker of [SqlMarker] in its place, and a condition is a number.
  default boolean mayFail(FieldPath path) {
    return false;
  }
}
