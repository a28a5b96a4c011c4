package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
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

/// New records: rows, history and outbox in one statement.
public final class InsertRenderer {
  private InsertRenderer() {}

  /// A record to insert, values in the shapes of `RecordView`.
  public record NewRow(UUID id, Map<FieldModel, @Nullable Object> values) {
    public NewRow {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// One record.
  ///
  /// @param answer kept for a repeated request, or null
  public static SqlFragment one(
      WriteMark mark, NewRow row, IdempotencyRenderer.@Nullable Answer answer) {
    List<FieldColumns.FieldColumn> columns = FieldColumns.of(row.values().keySet());
    List<SqlFragment> values = new ArrayList<>();
    columns.forEach(column -> values.add(SqlFragment.value(column.value(row.values()))));
    SqlFragment statement =
        into(mark, columns)
            .then(" values (?, 1, ?, ?, ?, ?", row.id(), mark.at(), mark.by(), mark.at(), mark.by())
            .then(values.isEmpty() ? SqlFragment.EMPTY : SqlFragment.of(", "))
            .then(SqlFragment.join(", ", values))
            .then(") returning id),\nhistory as (")
            .then(TrailRenderer.intoHistory(mark.tenant()))
            .then(
                " values (?, ?, 1, ?, ?, 'create', '{}'))",
                mark.object().id(),
                row.id(),
                mark.at(),
                mark.by());
    if (answer != null) {
      SqlFragment keep =
          IdempotencyRenderer.answer(mark.tenant(), answer.account(), answer.key(), answer.body());
      statement = statement.then(",\nanswer as (").then(keep).then(")");
    }
    return statement
        .then(",\nevent as (")
        .then(TrailRenderer.eventOfEach(mark, "create", SqlFragment.of("w")))
        .then(")\nselect 1 from w");
  }

  /// Many records.
  public static SqlFragment many(WriteMark mark, List<NewRow> rows) {
    Set<FieldModel> fields = new LinkedHashSet<>();
    rows.forEach(row -> fields.addAll(row.values().keySet()));
    List<FieldColumns.FieldColumn> columns = FieldColumns.of(fields);
    List<SqlFragment> arrays = new ArrayList<>();
    List<SqlFragment> names = new ArrayList<>();
    for (FieldColumns.FieldColumn column : columns) {
      List<@Nullable Object> values = new ArrayList<>(rows.size());
      rows.forEach(row -> values.add(column.value(row.values())));
      arrays.add(Unnest.array(column.kind(), values));
      names.add(SqlFragment.identifier(new SqlIdentifier("v" + (names.size() + 1))));
    }
    SqlFragment ids = Unnest.array(ColumnKind.ID, rows.stream().map(NewRow::id).toList());
    return into(mark, columns)
        .then(" select u.id, 1, ?, ?, ?, ?", mark.at(), mark.by(), mark.at(), mark.by())
        .then(list(names))
        .then("\n  from unnest(")
        .then(ids)
        .then(list(arrays))
        .then(") u(id")
        .then(list(names))
        .then(") returning id),\nhistory as (")
        .then(TrailRenderer.intoHistory(mark.tenant()))
        .then(
            " select ?, w.id, 1, ?, ?, 'create', '{}' from w),\nevent as (",
            mark.object().id(),
            mark.at(),
            mark.by())
        .then(TrailRenderer.eventOfMany(mark, "create", SqlFragment.of("w")))
        .then(")\nselect count(*) from w");
  }

  private static SqlFragment into(WriteMark mark, List<FieldColumns.FieldColumn> columns) {
    List<SqlFragment> names =
        columns.stream().map(column -> SqlFragment.identifier(column.column())).toList();
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("with w as (insert into ")
        .then(SqlFragment.identifier(mark.object().schema(), mark.object().table()))
        .then(
            " (\"id\", \"version\", \"created_at\", \"created_by\", \"updated_at\", \"updated_by\"")
        .then(list(names))
        .then(")\n ");
  }

  private static SqlFragment list(List<SqlFragment> more) {
    return more.isEmpty()
        ? SqlFragment.EMPTY
        : SqlFragment.of(", ").then(SqlFragment.join(", ", more));
  }
}
