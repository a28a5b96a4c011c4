package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds records that hold values already which must be unique, for several keys and many rows in
/// one statement.
public final class UniqueRenderer {
  private static final SqlIdentifier KEYS = new SqlIdentifier("k");

  private UniqueRenderer() {}

  /// @param fields the fields that together must be unique; each has one column
  /// @param rows values of those fields, blank in none
  public record Key(List<FieldModel> fields, List<Map<FieldModel, Object>> rows) {
    public Key {
      fields = List.copyOf(fields);
      rows = List.copyOf(rows);
    }
  }

  /// A record in the way.
  ///
  /// @param key place of the key
  /// @param row place of the row, from 1
  public record Holder(int key, int row, UUID id) {}

  public static SqlFragment render(List<Key> keys, ObjectModel object, long version) {
    List<SqlFragment> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      parts.add(part(i, keys.get(i), object));
    }
    return QueryRenderer.mark(object, version).then(SqlFragment.join("\nunion all\n", parts));
  }

  public static Holder read(Row row) {
    Integer key = row.integer(0);
    Integer place = row.integer(1);
    UUID id = row.uuid(2);
    if (key == null || place == null || id == null) {
      throw new IllegalStateException("A found unique value lacks its place or its id.");
    }
    return new Holder(key, place, id);
  }

  private static SqlFragment part(int place, Key key, ObjectModel object) {
    List<SqlFragment> arrays = new ArrayList<>();
    List<SqlFragment> names = new ArrayList<>();
    List<SqlFragment> same = new ArrayList<>();
    for (FieldColumns.FieldColumn column : FieldColumns.of(key.fields())) {
      List<@Nullable Object> values = new ArrayList<>();
      key.rows().forEach(row -> values.add(column.value(row)));
      SqlIdentifier name = new SqlIdentifier("v" + (names.size() + 1));
      arrays.add(Unnest.array(column.kind(), values));
      names.add(SqlFragment.identifier(name));
      same.add(
          UniqueText.of(column.kind(), SqlFragment.identifier(QueryRenderer.ROWS, column.column()))
              .then(" = ")
              .then(UniqueText.of(column.kind(), SqlFragment.identifier(KEYS, name))));
    }
    return SqlFragment.of("select ")
        .then(SqlFragment.number(place))
        .then(", k.n::int4, r.\"id\" from unnest(")
        .then(SqlFragment.join(", ", arrays))
        .then(") with ordinality k(")
        .then(SqlFragment.join(", ", names))
        .then(", n) join ")
        .then(QueryRenderer.table(object))
        .then(" on ")
        .then(SqlFragment.join(" and ", same));
  }
}
