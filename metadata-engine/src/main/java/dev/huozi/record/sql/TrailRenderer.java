package dev.huozi.record.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.Tenant;

/// What a write leaves behind beside its row: outbox events and the answer kept for a repeated
/// request. Parts of the one statement that writes the row.
final class TrailRenderer {
  private static final String TOPIC_PREFIX = "record.";

  private TrailRenderer() {}

  /// One event for each row of `rows`, in order by record.
  ///
  /// @param rows a table expression with a column `id`
  static SqlFragment eventOfEach(WriteMark mark, String operation, SqlFragment rows) {
    return into(mark)
        .then(" select ?, x.id::text,", TOPIC_PREFIX + operation)
        .then(
            " ?::jsonb || jsonb_build_object('id', x.id) from ",
            new SqlJson(Json.write(body(mark))))
        .then(rows)
        .then(" x");
  }

  /// An event of as many records as `rows` has; none when it has none. Ordered by object, not by
  /// record.
  ///
  /// @param rows a table expression with a column `id`
  static SqlFragment eventOfMany(WriteMark mark, String operation, SqlFragment rows) {
    return into(mark)
        .then(" select ?, ?,", TOPIC_PREFIX + operation, "object " + mark.object().id())
        .then(
            " ?::jsonb || jsonb_build_object('ids', jsonb_agg(x.id))",
            new SqlJson(Json.write(body(mark))))
        .then(" from ")
        .then(rows)
        .then(" x having count(*) > 0");
  }

  private static SqlFragment into(WriteMark mark) {
    return SqlFragment.of("insert into ")
        .then(TenantTables.outbox(mark.tenant()))
        .then(" (topic, subject, body)");
  }

  private static ObjectNode body(WriteMark mark) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("object", mark.object().id())
        .put("metadata", mark.version())
        .put("by", mark.by().toString());
  }

  /// `insert into record_history …`, up to the values.
  static SqlFragment intoHistory(Tenant tenant) {
    return SqlFragment.of("insert into ")
        .then(TenantTables.history(tenant))
        .then(" (object_id, record_id, version, at, by_user, operation, changes)");
  }
}
