package dev.huozi.record.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.record.query.ColumnKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changed records: rows, history and outbox in one statement.
public final class UpdateRenderer {
  private UpdateRenderer() {}

  /// A record to change.
  ///
  /// @param version the version that it must have still
  /// @param changes new values of the fields that change
  /// @param history the changes as history keeps them
  public record ChangedRow(
      UUID id, int version, Map<FieldModel, @Nullable Object> changes, JsonNode history) {
    public ChangedRow {
      changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }
  }

  /// One record. The answer is its new version, or nothing when it is no longer what the caller
  /// saw.
  ///
  /// @param changes new values of the fields that change
  /// @param history the changes as history keeps them
  public static SqlFragment one(
      WriteMark mark,
      UUID id,
      int expectedVersion,
      Map<FieldModel, @Nullable Object> changes,
      JsonNode history) {
    List<SqlFragment> assignments = new ArrayList<>();
    for (FieldColumns.FieldColumn column : FieldColumns.of(changes.keySet())) {
      assignments.add(SqlFragment.identifier(column.column()).then(" = ?", column.value(changes)));
    }
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("with w as (update ")
        .then(QueryRenderer.table(mark.object()))
        .then(" set ")
        .then(SqlFragment.join(", ", assignments))
        .then(
            ", \"version\" = r.\"version\" + 1, \"updated_at\" = ?, \"updated_by\" = ?",
            mark.at(),
            mark.by())
        .then("\n  where r.\"id\" = ? and r.\"version\" = ?", id, expectedVersion)
        .then(" returning r.\"id\" as id, r.\"version\" as version),\nhistory as (")
        .then(TrailRenderer.intoHistory(mark.tenant()))
        .then(" select ?, w.id, w.version, ?, ?,", mark.object().id(), mark.at(), mark.by())
        .then(" 'update', ?::jsonb from w),\nevent as (", new SqlJson(Json.write(history)))
        .then(TrailRenderer.eventOfEach(mark, "update", SqlFragment.of("w")))
        .then(")\nselect w.version from w");
  }

  /// Many records; the answer is how many of them were still at their version. A field that a row
  /// does not change keeps its value, whatever that is.
  public static SqlFragment many(WriteMark mark, List<ChangedRow> rows) {
    Set<FieldModel> fields = new LinkedHashSet<>();
    rows.forEach(row -> fields.addAll(row.changes().keySet()));
    List<SqlFragment> arrays =
        new ArrayList<>(
            List.of(
                Unnest.array(ColumnKind.ID, rows.stream().map(ChangedRow::id).toList()),
                SqlFragment.of(
                    "?::int4[]",
                    new SqlArray("int4", rows.stream().map(ChangedRow::version).toList())),
                Unnest.array(
                    ColumnKind.TEXT,
                    rows.stream().map(row -> Json.write(row.history())).toList())));
    List<SqlFragment> names = new ArrayList<>();
    List<SqlFragment> assignments = new ArrayList<>();
    for (FieldColumns.FieldColumn column : FieldColumns.of(fields)) {
      assignments.add(assignment(column, rows, arrays, names));
    }
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("with u as (select * from unnest(")
        .then(SqlFragment.join(", ", arrays))
        .then(") u(id, version, changes, ")
        .then(SqlFragment.join(", ", names))
        .then(")),\nw as (update ")
        .then(QueryRenderer.table(mark.object()))
        .then(" set ")
        .then(SqlFragment.join(", ", assignments))
        .then(
            ", \"version\" = r.\"version\" + 1, \"updated_at\" = ?, \"updated_by\" = ?",
            mark.at(),
            mark.by())
        .then("\n  from u where r.\"id\" = u.id and r.\"version\" = u.version")
        .then(" returning r.\"id\" as id, r.\"version\" as version),\nhistory as (")
        .then(TrailRenderer.intoHistory(mark.tenant()))
        .then(" select ?, w.id, w.version, ?, ?,", mark.object().id(), mark.at(), mark.by())
        .then(" 'update', u.changes::jsonb from w join u on u.id = w.id),\nevent as (")
        .then(TrailRenderer.eventOfMany(mark, "update", SqlFragment.of("w")))
        .then(")\nselect count(*) from w");
  }

  /// `c = u.v1`, or `c = case when u.m1 then u.v1 else r.c end` where not every row changes it.
  private static SqlFragment assignment(
      FieldColumns.FieldColumn column,
      List<ChangedRow> rows,
      List<SqlFragment> arrays,
      List<SqlFragment> names) {
    int number = names.size() + 1;
    SqlFragment value = SqlFragment.identifier(new SqlIdentifier("v" + number));
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(column.value(row.changes())));
    arrays.add(Unnest.array(column.kind(), values));
    names.add(value);
    SqlFragment target = SqlFragment.identifier(column.column()).then(" = ");
    List<Boolean> changed =
        rows.stream().map(row -> row.changes().containsKey(column.field())).toList();
    if (!changed.contains(false)) {
      return target.then("u.").then(value);
    }
    SqlFragment mask = SqlFragment.identifier(new SqlIdentifier("m" + number));
    arrays.add(Unnest.array(ColumnKind.BOOLEAN, changed));
    names.add(mask);
    return target
        .then("case when u.")
        .then(mask)
        .then(" then u.")
        .then(value)
        .then(" else ")
        .then(SqlFragment.identifier(QueryRenderer.ROWS, column.column()))
        .then(" end");
  }
}
