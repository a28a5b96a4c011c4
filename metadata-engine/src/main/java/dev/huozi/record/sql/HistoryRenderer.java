package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.query.ColumnKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the history of a record.
public final class HistoryRenderer {
  private HistoryRenderer() {}

  /// One row of history.
  ///
  /// @param changes JSON by `StoredJson.key` of the field
  public record Entry(
      Instant at, UUID by, @Nullable String byName, String operation, String changes) {}

  /// The newest changes.
  ///
  /// @param user the object `user`, for the names of who did it
  public static SqlFragment render(
      Tenant tenant, ObjectModel object, UUID id, @Nullable ObjectModel user, int limit) {
    SqlFragment name =
        user == null
            ? SqlFragment.of("null::text")
            : SqlFragment.of("u.").then(SqlFragment.identifier(user.nameField().column()));
    SqlFragment join =
        user == null
            ? SqlFragment.EMPTY
            : SqlFragment.of(" left join ")
                .then(SqlFragment.identifier(user.schema(), user.table()))
                .then(" u on u.\"id\" = h.by_user");
    return SqlFragment.of("select h.at, h.by_user, ")
        .then(name)
        .then(", h.operation, h.changes::text from ")
        .then(TenantTables.history(tenant))
        .then(" h")
        .then(join)
        .then(" where h.record_id = ? and h.object_id = ?", id, object.id())
        .then(" order by h.version desc limit ")
        .then(SqlFragment.number(limit));
  }

  /// A change of one of several records.
  public record Past(UUID id, String changes) {}

  /// The changes of records of an object after one version up to another, oldest first.
  public static SqlFragment between(
      Tenant tenant, ObjectModel object, List<UUID> ids, List<Integer> after, List<Integer> upTo) {
    return SqlFragment.of("select h.record_id, h.changes::text from unnest(")
        .then(Unnest.array(ColumnKind.ID, ids))
        .then(", ?::int4[]", new SqlArray("int4", after))
        .then(", ?::int4[]) u(id, after, up_to) join ", new SqlArray("int4", upTo))
        .then(TenantTables.history(tenant))
        .then(" h on h.record_id = u.id and h.version > u.after and h.version <= u.up_to")
        .then(" where h.object_id = ? order by h.record_id, h.version", object.id());
  }

  public static Past readPast(Row row) {
    UUID id = row.uuid(0);
    String changes = row.text(1);
    if (id == null || changes == null) {
      throw new IllegalStateException("A row of history is incomplete.");
    }
    return new Past(id, changes);
  }

  public static Entry read(Row row) {
    Instant at = row.instant(0);
    UUID by = row.uuid(1);
    String operation = row.text(3);
    String changes = row.text(4);
    if (at == null || by == null || operation == null || changes == null) {
      throw new IllegalStateException("A row of history is incomplete.");
    }
    return new Entry(at, by, row.text(2), operation, changes);
  }
}
