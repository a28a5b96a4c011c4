package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.query.ColumnKind;
import dev.huozi.record.query.RowAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds referenced records, of several objects in one statement: those that exist and that the
/// principal may read, with their names.
public final class ReferenceRenderer {
  private static final SqlIdentifier VALUE = new SqlIdentifier("v");
  private static final SqlIdentifier KEYS = new SqlIdentifier("k");

  private ReferenceRenderer() {}

  /// What is looked for in one object.
  public sealed interface Wanted {
    ObjectModel object();
  }

  public record ById(ObjectModel object, List<UUID> ids) implements Wanted {
    public ById {
      ids = List.copyOf(ids);
    }
  }

  /// @param values in the shape of the key's column
  public record ByKey(ObjectModel object, FieldModel key, List<Object> values) implements Wanted {
    public ByKey {
      values = List.copyOf(values);
    }
  }

  /// A record that was found.
  ///
  /// @param wanted place of the `Wanted` that found it
  /// @param value place of the value that found it, for `ByKey`
  public record Found(int wanted, int value, UUID id, @Nullable String name) {}

  /// @param marked what the statement is made for, for its mark
  public static SqlFragment render(
      List<? extends Wanted> wanted,
      ObjectModel marked,
      long version,
      RowAccess access,
      RequestContext context) {
    AccessRenderer rows = new AccessRenderer(access, context);
    List<SqlFragment> parts = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      parts.add(part(i, wanted.get(i), rows));
    }
    return QueryRenderer.mark(marked, version).then(SqlFragment.join("\nunion all\n", parts));
  }

  public static Found read(Row row) {
    Integer wanted = row.integer(0);
    Integer value = row.integer(1);
    UUID id = row.uuid(2);
    if (wanted == null || value == null || id == null) {
      throw new IllegalStateException("A found reference lacks its place or its id.");
    }
    return new Found(wanted, value, id, row.text(3));
  }

  private static SqlFragment part(int place, Wanted wanted, AccessRenderer rows) {
    return switch (wanted) {
      case ById(ObjectModel object, List<UUID> ids) ->
          head(place, SqlFragment.of("0"), object)
              .then(QueryRenderer.table(object))
              .then(" where r.\"id\" = any(")
              .then(Unnest.array(ColumnKind.ID, ids))
              .then(")")
              .then(rows.andRows(object, QueryRenderer.ROWS));
      case ByKey(ObjectModel object, FieldModel key, List<Object> values) ->
          head(place, SqlFragment.of("k.n::int4"), object)
              .then("unnest(")
              .then(Unnest.array(ColumnKind.of(key), values))
              .then(") with ordinality k(v, n) join ")
              .then(QueryRenderer.table(object))
              .then(" on ")
              .then(same(key))
              .then(rows.andRows(object, QueryRenderer.ROWS));
    };
  }

  private static SqlFragment head(int place, SqlFragment value, ObjectModel object) {
    return SqlFragment.of("select ")
        .then(SqlFragment.number(place))
        .then(", ")
        .then(value)
        .then(", r.\"id\", ")
        .then(SqlFragment.identifier(QueryRenderer.ROWS, object.nameField().column()))
        .then(" from ");
  }

  private static SqlFragment same(FieldModel key) {
    ColumnKind kind = ColumnKind.of(key);
    SqlFragment column = SqlFragment.identifier(QueryRenderer.ROWS, key.column());
    return UniqueText.of(kind, column)
        .then(" = ")
        .then(UniqueText.of(kind, SqlFragment.identifier(KEYS, VALUE)));
  }
}
