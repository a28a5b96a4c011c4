package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.record.query.ColumnKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Deletion: what belongs to a record, what refers to it, and its way to the bin.
public final class DeleteRenderer {
  private DeleteRenderer() {}

  /// Locks a record; the answer is its version, or no row.
  public static SqlFragment lock(WriteMark mark, UUID id) {
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("select r.\"version\" from ")
        .then(QueryRenderer.table(mark.object()))
        .then(" where r.\"id\" = ? for update", id);
  }

  /// Locks records; the answers are their ids and versions.
  public static SqlFragment lockAll(WriteMark mark, Collection<UUID> ids) {
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("select r.\"id\", r.\"version\" from ")
        .then(QueryRenderer.table(mark.object()))
        .then(" where r.\"id\" = any(")
        .then(Unnest.array(ColumnKind.ID, List.copyOf(ids)))
        .then(") order by r.\"id\" for update");
  }

  /// Ids of the records whose `column` points at one of `parents`; they are locked.
  public static SqlFragment children(
      WriteMark mark, SqlIdentifier column, Collection<UUID> parents, int limit) {
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("select r.\"id\" from ")
        .then(QueryRenderer.table(mark.object()))
        .then(" where ")
        .then(pointsAt(column, parents))
        .then(" order by r.\"id\" limit ")
        .then(SqlFragment.number(limit))
        .then(" for update");
  }

  /// How many records point at one of `targets`, those in `gone` left out, counted to `cap`.
  public static SqlFragment countReferring(
      WriteMark mark,
      SqlIdentifier column,
      Collection<UUID> targets,
      Collection<UUID> gone,
      int cap) {
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("select count(*) from (select 1 from ")
        .then(QueryRenderer.table(mark.object()))
        .then(" where ")
        .then(pointsAt(column, targets))
        .then(isNotIn(gone))
        .then(" limit ")
        .then(SqlFragment.number(cap))
        .then(") c");
  }

  /// Empties `field` where it points at one of `targets`, with history and one outbox event; the
  /// answer is the number of records.
  public static SqlFragment clear(
      WriteMark mark,
      FieldModel field,
      SqlIdentifier column,
      Collection<UUID> targets,
      Collection<UUID> gone) {
    SqlFragment name = SqlFragment.identifier(column);
    return QueryRenderer.mark(mark.object(), mark.version())
        .then("with hit as (select r.\"id\" as id, r.")
        .then(name)
        .then(" as target from ")
        .then(QueryRenderer.table(mark.object()))
        .then(" where ")
        .then(pointsAt(column, targets))
        .then(isNotIn(gone))
        .then(" order by r.\"id\" for update),\nw as (update ")
        .then(QueryRenderer.table(mark.object()))
        .then(" set ")
        .then(name)
        .then(
            " = null, \"version\" = r.\"version\" + 1, \"updated_at\" = ?, \"updated_by\" = ?",
            mark.at(),
            mark.by())
        .then(" from hit where r.\"id\" = hit.id")
        .then(
            " returning r.\"id\" as id, r.\"version\" as version, hit.target as target),\nhistory as (")
        .then(TrailRenderer.intoHistory(mark.tenant()))
        .then(
            " select ?, w.id, w.version, ?, ?, 'clear',", mark.object().id(), mark.at(), mark.by())
        .then(" jsonb_build_object(?::text, jsonb_build_array(", StoredJson.key(field))
        .then("jsonb_build_object(?::text, w.target), null)) from w),\nevent as (", column.name())
        .then(TrailRenderer.eventOfMany(mark, "clear", SqlFragment.of("w")))
        .then(")\nselect count(*) from w");
  }

  /// Records of one object that go.
  public record Leaving(WriteMark mark, Collection<UUID> ids) {}

  /// Moves records of several objects to the bin in one statement, so that references among them
  /// are no obstacle, with history and an outbox event for each part. The answer is the number of
  /// records.
  ///
  /// @param root the object of the records that somebody deleted; the others go with them
  /// @param group what goes together
  public static SqlFragment toBin(
      WriteMark root, Collection<UUID> rootIds, UUID group, List<Leaving> leaving) {
    SqlFragment statement = QueryRenderer.mark(root.object(), root.version()).then("with ");
    List<SqlFragment> all = new ArrayList<>();
    List<SqlFragment> events = new ArrayList<>();
    for (Leaving part : leaving) {
      SqlFragment name = SqlFragment.identifier(new SqlIdentifier("w" + (all.size() + 1)));
      statement = statement.then(name).then(" as (").then(removed(part)).then("),\n");
      all.add(SqlFragment.of("table ").then(name));
      events.add(TrailRenderer.eventOfMany(part.mark(), "delete", name));
    }
    statement =
        statement
            .then("w as (")
            .then(SqlFragment.join(" union all ", all))
            .then("),\nbin as (insert into ")
            .then(TenantTables.bin(root.tenant()))
            .then(
                " (record_id, object_id, cascade_group, root, name, columns, deleted_at, deleted_by)")
            .then(" select w.id, w.object_id, ?, w.id = any(", group)
            .then(Unnest.array(ColumnKind.ID, List.copyOf(rootIds)))
            .then("), w.name, w.columns,")
            .then(" ?, ? from w),\nhistory as (", root.at(), root.by())
            .then(TrailRenderer.intoHistory(root.tenant()))
            .then(" select w.object_id, w.id, w.version + 1, ?, ?,", root.at(), root.by())
            .then(" 'delete', '{}' from w)");
    for (int i = 0; i < events.size(); i++) {
      SqlFragment name = SqlFragment.identifier(new SqlIdentifier("event" + (i + 1)));
      statement = statement.then(",\n").then(name).then(" as (").then(events.get(i)).then(")");
    }
    return statement.then("\nselect count(*) from w");
  }

  private static SqlFragment removed(Leaving part) {
    ObjectModel object = part.mark().object();
    return SqlFragment.of("delete from ")
        .then(QueryRenderer.table(object))
        .then(" where r.\"id\" = any(")
        .then(Unnest.array(ColumnKind.ID, List.copyOf(part.ids())))
        .then(") returning r.\"id\" as id, r.\"version\" as version, r.")
        .then(SqlFragment.identifier(object.nameField().column()))
        .then(" as name, to_jsonb(r) as columns, ")
        .then(SqlFragment.number(object.id()))
        .then("::int8 as object_id");
  }

  private static SqlFragment pointsAt(SqlIdentifier column, Collection<UUID> targets) {
    return SqlFragment.identifier(QueryRenderer.ROWS, column)
        .then(" = any(")
        .then(Unnest.array(ColumnKind.ID, List.copyOf(targets)))
        .then(")");
  }

  private static SqlFragment isNotIn(Collection<UUID> gone) {
    return gone.isEmpty()
        ? SqlFragment.EMPTY
        : SqlFragment.of(" and not r.\"id\" = any(")
            .then(Unnest.array(ColumnKind.ID, List.copyOf(gone)))
            .then(")");
  }
}
