package dev.huozi.record.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A changed record: row, history and outbox in one statement, which answers the new version or
/// nothing when the record is no longer what the caller saw.
public final class UpdateRenderer {
  private UpdateRenderer() {}

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
}
