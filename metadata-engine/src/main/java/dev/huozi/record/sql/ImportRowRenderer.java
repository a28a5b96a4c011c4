package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.query.ColumnKind;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Statements on what belongs to an import: its file, its lines, its records.
public final class ImportRowRenderer {
  private ImportRowRenderer() {}

  /// @param content in base64
  public static SqlFragment insertPart(Tenant tenant, UUID job, int number, String content) {
    return SqlFragment.of("insert into ")
        .then(ImportTables.PART.in(tenant))
        .then(
            " (job_id, number, content) values (?, ?, decode(?, 'base64'))", job, number, content);
  }

  /// The answer is in base64.
  public static SqlFragment part(Tenant tenant, UUID job, int number) {
    return SqlFragment.of("select encode(content, 'base64') from ")
        .then(ImportTables.PART.in(tenant))
        .then(" where job_id = ? and number = ?", job, number);
  }

  public static SqlFragment deleteParts(Tenant tenant, UUID job) {
    return SqlFragment.of("delete from ")
        .then(ImportTables.PART.in(tenant))
        .then(" where job_id = ?", job);
  }

  /// A line with what is to be said about it.
  ///
  /// @param cells JSON list of its texts
  /// @param notes JSON list
  public record Line(long line, String kind, String cells, String notes) {}

  public static SqlFragment insertLines(Tenant tenant, UUID job, List<Line> lines) {
    return SqlFragment.of("insert into ")
        .then(ImportTables.LINE.in(tenant))
        .then(" (job_id, line, kind, cells, notes)")
        .then(" select ?::uuid, u.line, u.kind, u.cells::jsonb, u.notes::jsonb", job)
        .then(
            " from unnest(?::int8[], ",
            new SqlArray("int8", lines.stream().map(Line::line).toList()))
        .then(Unnest.array(ColumnKind.TEXT, lines.stream().map(Line::kind).toList()))
        .then(", ")
        .then(Unnest.array(ColumnKind.TEXT, lines.stream().map(Line::cells).toList()))
        .then(", ")
        .then(Unnest.array(ColumnKind.TEXT, lines.stream().map(Line::notes).toList()))
        .then(") u(line, kind, cells, notes) on conflict do nothing");
  }

  public static SqlFragment deleteLines(Tenant tenant, UUID job) {
    return SqlFragment.of("delete from ")
        .then(ImportTables.LINE.in(tenant))
        .then(" where job_id = ?", job);
  }

  /// Lines after one of them, in order.
  public static SqlFragment lines(
      Tenant tenant, UUID job, List<String> kinds, long after, int limit) {
    return SqlFragment.of("select line, kind, cells::text, notes::text from ")
        .then(ImportTables.LINE.in(tenant))
        .then(" where job_id = ? and kind = any(?::text[])", job, new SqlArray("text", kinds))
        .then(" and line > ? order by line, kind limit ", after)
        .then(SqlFragment.number(limit));
  }

  /// A record that an import made, changed or found.
  public record Member(UUID id, long object, int baseVersion, int version) {}

  public static SqlFragment insertMembers(Tenant tenant, UUID job, List<Member> members) {
    return SqlFragment.of("insert into ")
        .then(ImportTables.MEMBER.in(tenant))
        .then(" as m (job_id, record_id, object_id, base_version, version)")
        .then(" select ?::uuid, u.* from unnest(", job)
        .then(Unnest.array(ColumnKind.ID, members.stream().map(Member::id).toList()))
        .then(", ?::int8[], ", new SqlArray("int8", members.stream().map(Member::object).toList()))
        .then(
            "?::int4[], ", new SqlArray("int4", members.stream().map(Member::baseVersion).toList()))
        .then("?::int4[]) u", new SqlArray("int4", members.stream().map(Member::version).toList()))
        .then(" on conflict (job_id, record_id) do update set version = excluded.version")
        .then(" where m.version < excluded.version");
  }

  /// Those of some records that the import has dealt with.
  public static SqlFragment membersAmong(Tenant tenant, UUID job, Collection<UUID> ids) {
    return SqlFragment.of("select record_id from ")
        .then(ImportTables.MEMBER.in(tenant))
        .then(" where job_id = ? and record_id = any(", job)
        .then(Unnest.array(ColumnKind.ID, List.copyOf(ids)))
        .then(")");
  }

  /// The records of an object that the import made (`base_version` 0) or changed, the last ones
  /// first.
  public static SqlFragment changed(Tenant tenant, UUID job, long object, boolean made, int limit) {
    return SqlFragment.of("select record_id, object_id, base_version, version from ")
        .then(ImportTables.MEMBER.in(tenant))
        .then(" where job_id = ? and object_id = ?", job, object)
        .then(" and base_version < version and (base_version = 0) = ?::bool", made)
        .then(" order by record_id desc limit ")
        .then(SqlFragment.number(limit))
        .then(" for update");
  }

  public static SqlFragment forget(Tenant tenant, UUID job, Collection<UUID> ids) {
    return SqlFragment.of("delete from ")
        .then(ImportTables.MEMBER.in(tenant))
        .then(" where job_id = ? and record_id = any(", job)
        .then(Unnest.array(ColumnKind.ID, List.copyOf(ids)))
        .then(")");
  }

  /// The objects that the import made or changed records of, and how many.
  public static SqlFragment objects(Tenant tenant, UUID job) {
    return SqlFragment.of("select object_id, count(*) from ")
        .then(ImportTables.MEMBER.in(tenant))
        .then(" where job_id = ? and base_version < version group by object_id", job);
  }
}
