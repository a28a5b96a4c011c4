package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.record.query.Cursor;
import dev.huozi.record.query.SortKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of a list and the place where a page begins, such that an ordinary index (ascending,
/// blanks last) serves both directions.
///
/// Blanks come last however the list is sorted, but an index read backward has them first. So the
/// rows with a value of the leading key and the rows without are two *segments*, each in index
/// order, read one after the other:
///
/// ```
/// amount desc:   [ amount is not null, order by amount desc, id desc ]  [ amount is null, order by id desc ]
/// ```
///
/// The id's direction follows the last key, so that a page begins at one row comparison: `(amount,
/// id) < (?, ?)`. Going backward reads the segments from the end with every order turned round.
final class Keyset {
  /// A part of the list.
  ///
  /// @param conditions which rows belong to it, beyond the query's own
  /// @param order what follows `order by`
  record Segment(List<SqlFragment> conditions, SqlFragment order) {}

  private final List<SortKey> keys;
  private final List<SqlFragment> columns;
  private final List<SqlFragment> expressions;
  private final SqlFragment id;
  private final @Nullable Cursor cursor;
  private final boolean backward;

  /// @param columns the SQL of each key
  /// @param collation the order of names
  Keyset(
      List<SortKey> keys,
      List<SqlFragment> columns,
      SqlFragment collation,
      SqlFragment id,
      @Nullable Cursor cursor) {
    this.keys = keys;
    this.columns = List.copyOf(columns);
    this.expressions = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      expressions.add(keys.get(i).collated() ? columns.get(i).then(collation) : columns.get(i));
    }
    this.id = id;
    this.cursor = cursor;
    this.backward = cursor != null && cursor.backward();
  }

  /// True when the leading key splits the list in two.
  static boolean isSplit(List<SortKey> keys) {
    return !keys.isEmpty() && keys.getFirst().nullable();
  }

  List<Segment> segments() {
    if (!isSplit(keys)) {
      List<SqlFragment> after = cursor == null ? List.of() : List.of(afterValue(cursor));
      return List.of(new Segment(after, order(0)));
    }
    List<Segment> segments = new ArrayList<>();
    boolean atBlank = cursor != null && cursor.values().getFirst() == null;
    for (boolean blanks : backward ? new boolean[] {true, false} : new boolean[] {false, true}) {
      boolean passed = cursor != null && blanks != atBlank && blanks == backward;
      if (!passed) {
        segments.add(blanks ? blanks(atBlank) : values(atBlank));
      }
    }
    return segments;
  }

  /// The whole order, for rows that come from several segments.
  SqlFragment order() {
    return order(0);
  }

  private Segment values(boolean atBlank) {
    List<SqlFragment> conditions = new ArrayList<>();
    conditions.add(columns.getFirst().then(" is not null"));
    if (cursor != null && !atBlank) {
      conditions.add(afterValue(cursor));
    }
    SqlFragment leading = expressions.getFirst().then(direction(keys.getFirst().descending()));
    return new Segment(conditions, leading.then(", ").then(order(1)));
  }

  private Segment blanks(boolean atBlank) {
    List<SqlFragment> conditions = new ArrayList<>();
    conditions.add(columns.getFirst().then(" is null"));
    if (cursor != null && atBlank) {
      conditions.add(after(1, cursor));
    }
    return new Segment(conditions, order(1));
  }

  private SqlFragment order(int from) {
    List<SqlFragment> terms = new ArrayList<>();
    for (int i = from; i < keys.size(); i++) {
      SortKey key = keys.get(i);
      SqlFragment term = expressions.get(i).then(direction(key.descending()));
      terms.add(key.nullable() ? term.then(nulls(key.descending())) : term);
    }
    terms.add(id.then(direction(idDescending())));
    return SqlFragment.join(", ", terms);
  }

  private boolean idDescending() {
    return !keys.isEmpty() && keys.getLast().descending();
  }

  private SqlFragment direction(boolean descending) {
    return descending != backward ? SqlFragment.of(" desc") : SqlFragment.of(" asc");
  }

  /// Where the direction alone would put the blanks on the wrong side.
  private SqlFragment nulls(boolean descending) {
    if ((descending != backward) == backward) {
      return SqlFragment.EMPTY;
    }
    return backward ? SqlFragment.of(" nulls first") : SqlFragment.of(" nulls last");
  }

  /// Rows after the cursor among those with a value of the leading key.
  private SqlFragment afterValue(Cursor at) {
    if (keys.isEmpty()) {
      return after(0, at);
    }
    SqlFragment leading = expressions.getFirst();
    SqlFragment value = SqlFragment.value(at.values().getFirst());
    boolean descending = keys.getFirst().descending() != backward;
    if (keys.size() == 1) {
      return SqlFragment.of("(")
          .then(leading)
          .then(", ")
          .then(id)
          .then(descending ? SqlFragment.of(") < (") : SqlFragment.of(") > ("))
          .then(value)
          .then(", ?)", at.id());
    }
    SqlFragment bound =
        leading.then(descending ? SqlFragment.of(" <= ") : SqlFragment.of(" >= ")).then(value);
    return bound.then(" and ").then(after(0, at));
  }

  /// Rows that come after the cursor by the keys from `i` on, blanks included.
  private SqlFragment after(int i, Cursor at) {
    if (i == keys.size()) {
      return id.then(beyond(idDescending())).then(SqlFragment.value(at.id()));
    }
    SqlFragment key = expressions.get(i);
    SqlFragment column = columns.get(i);
    Object value = at.values().get(i);
    SqlFragment rest = after(i + 1, at);
    if (value == null) {
      SqlFragment tied = SqlFragment.concat(column, SqlFragment.of(" is null and "), rest);
      return backward
          ? SqlFragment.of("(").then(column).then(" is not null or ").then(tied).then(")")
          : tied;
    }
    SqlFragment bound = SqlFragment.value(value);
    SqlFragment further =
        SqlFragment.of("(")
            .then(key)
            .then(beyond(keys.get(i).descending()))
            .then(bound)
            .then(" or ")
            .then(key)
            .then(" = ")
            .then(bound)
            .then(" and ")
            .then(rest);
    boolean blanksFollow = i > 0 && keys.get(i).nullable() && !backward;
    return blanksFollow ? further.then(" or ").then(column).then(" is null)") : further.then(")");
  }

  private SqlFragment beyond(boolean descending) {
    return descending != backward ? SqlFragment.of(" < ") : SqlFragment.of(" > ");
  }
}
