package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Statements on the jobs of imports.
public final class ImportJobRenderer {
  private static final SqlFragment COLUMNS =
      SqlFragment.of(
          " id, name, created_at, account_id, user_name, locale, state, format, encoding, separator, file_bytes, total,"
              + " header::text, sample::text, profile::text, position, refused, conflicts, counts::text,"
              + " started_at, finished_at, busy_millis, epoch, attempts, problem::text ");
  private static final SqlFragment AT_WORK =
      SqlFragment.of(" state in ('checking', 'running', 'pausing', 'cancelling', 'undoing') ");

  private ImportJobRenderer() {}

  public static SqlFragment insert(
      Tenant tenant, UUID id, String name, Instant at, UUID account, String user, String locale) {
    return SqlFragment.of("insert into ")
        .then(ImportTables.JOB.in(tenant))
        .then(" (id, name, created_at, account_id, user_name, locale, state)")
        .then(" values (?, ?, ?, ?, ?, ?, 'uploading')", id, name, at, account, user, locale);
  }

  /// A batch: records that come over the API, without a file, and can be taken back together.
  public static SqlFragment insertBatch(
      Tenant tenant, UUID id, String name, Instant at, UUID account, String user, String locale) {
    return SqlFragment.of("insert into ")
        .then(ImportTables.JOB.in(tenant))
        .then(" (id, name, created_at, account_id, user_name, locale, state, format,")
        .then(" started_at, finished_at)")
        .then(" values (?, ?, ?, ?, ?, ?, 'done',", id, name, at, account, user, locale)
        .then(" 'batch', ?, ?)", at, at);
  }

  /// Counts new records of an object in a batch that is open; nothing happens for any other job.
  public static SqlFragment addToBatch(Tenant tenant, UUID id, String object, int made) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(" set position = position + ?, total = position + ?,", made, made)
        .then(" finished_at = clock_timestamp(),")
        .then(" counts = counts || jsonb_build_object(?::text, jsonb_build_array(", object)
        .then("coalesce((counts #>> array[?::text, '0'])::int8, 0) + ?, 0, 0))", object, made)
        .then(" where id = ? and state = 'done' and format = 'batch'", id);
  }

  /// What was found out about the file; it is complete now.
  public static SqlFragment uploaded(
      Tenant tenant,
      UUID id,
      String format,
      @Nullable String encoding,
      @Nullable String separator,
      long bytes,
      @Nullable Long total,
      SqlJson header,
      SqlJson sample) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(" set state = 'ready', format = ?, encoding = ?,", format, encoding)
        .then(" separator = ?, file_bytes = ?, total = ?,", separator, bytes, total)
        .then(" header = ?, sample = ? where id = ? and state = 'uploading'", header, sample, id);
  }

  public static SqlFragment find(Tenant tenant, UUID id) {
    return select(tenant).then(" where id = ?", id);
  }

  /// The newest jobs; of one account, or of all.
  public static SqlFragment list(Tenant tenant, @Nullable UUID account, int limit) {
    SqlFragment mine =
        account == null ? SqlFragment.EMPTY : SqlFragment.of(" where account_id = ?", account);
    return select(tenant)
        .then(mine)
        .then(" order by created_at desc limit ")
        .then(SqlFragment.number(limit));
  }

  private static SqlFragment select(Tenant tenant) {
    return SqlFragment.of("select").then(COLUMNS).then("from ").then(ImportTables.JOB.in(tenant));
  }

  /// Forgets files that did not arrive completely within a day.
  public static SqlFragment forgetTorsos(Tenant tenant) {
    return SqlFragment.of("delete from ")
        .then(ImportTables.JOB.in(tenant))
        .then(" where state = 'uploading' and created_at < now() - interval '1 day'");
  }

  /// Takes a job that waits or whose holder has not been heard of, and returns it.
  public static SqlFragment claim(Tenant tenant, int leaseSeconds) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(
            " set epoch = epoch + 1, lease_until = clock_timestamp() + ?::interval",
            seconds(leaseSeconds))
        .then(" where id = (select id from ")
        .then(ImportTables.JOB.in(tenant))
        .then(" where")
        .then(AT_WORK)
        .then("and (lease_until is null or lease_until < clock_timestamp())")
        .then(" order by created_at, id for update skip locked limit 1) returning")
        .then(COLUMNS);
  }

  /// Where a job stands.
  public record Progress(
      long position,
      @Nullable Long total,
      long refused,
      long conflicts,
      String counts,
      long busyMillis) {}

  /// Notes how far the holder got and keeps its lease; the answer is the state, or no row when
  /// somebody else holds the job now.
  public static SqlFragment advance(
      Tenant tenant, UUID id, long epoch, Progress progress, int leaseSeconds) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(
            " set position = ?, total = coalesce(?::int8, total),",
            progress.position(),
            progress.total())
        .then(" refused = ?, conflicts = ?,", progress.refused(), progress.conflicts())
        .then(
            " counts = ?, busy_millis = ?,", new SqlJson(progress.counts()), progress.busyMillis())
        .then(" attempts = 0, lease_until = clock_timestamp() + ?::interval", seconds(leaseSeconds))
        .then(" where id = ? and epoch = ? and", id, epoch)
        .then(AT_WORK)
        .then("returning state");
  }

  /// Says that the holder lives; nothing happens when somebody else holds the job now.
  public static SqlFragment keep(Tenant tenant, UUID id, long epoch, int leaseSeconds) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(" set lease_until = clock_timestamp() + ?::interval", seconds(leaseSeconds))
        .then(" where id = ? and epoch = ? and", id, epoch)
        .then(AT_WORK)
        .then("and lease_until is not null");
  }

  /// Ends the holder's work.
  public static SqlFragment finish(
      Tenant tenant, UUID id, long epoch, String state, @Nullable SqlJson problem, boolean ended) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(" set state = ?, lease_until = null, problem = ?,", state, problem)
        .then(" finished_at = case when ?::bool then clock_timestamp() else finished_at end", ended)
        .then(" where id = ? and epoch = ?", id, epoch);
  }

  /// Gives the job back for a while after something failed.
  public static SqlFragment postpone(
      Tenant tenant, UUID id, long epoch, int seconds, SqlJson problem) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(" set attempts = attempts + 1, problem = ?,", problem)
        .then(" lease_until = clock_timestamp() + ?::interval", seconds(seconds))
        .then(" where id = ? and epoch = ?", id, epoch);
  }

  /// Moves a job from one of some states to another; the answer is how many moved.
  ///
  /// @param afresh true to begin with the first row
  public static SqlFragment move(
      Tenant tenant, UUID id, List<String> from, String to, boolean afresh) {
    SqlFragment counters =
        afresh
            ? SqlFragment.of(
                ", position = 0, refused = 0, conflicts = 0, counts = '{}', busy_millis = 0, started_at = clock_timestamp()")
            : SqlFragment.EMPTY;
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(" set state = ?, finished_at = null, attempts = 0, problem = null,", to)
        .then(" lease_until = case when attempts = 0 then lease_until end")
        .then(counters)
        .then(" where id = ? and state = any(?::text[])", id, new SqlArray("text", from));
  }

  public static SqlFragment setProfile(Tenant tenant, UUID id, SqlJson profile) {
    return SqlFragment.of("update ")
        .then(ImportTables.JOB.in(tenant))
        .then(" set profile = ?, state = 'ready'", profile)
        .then(" where id = ? and state in ('ready', 'checked')", id);
  }

  public static SqlFragment delete(Tenant tenant, UUID id) {
    return SqlFragment.of("delete from ")
        .then(ImportTables.JOB.in(tenant))
        .then(" where id = ? and not", id)
        .then(AT_WORK);
  }

  public static SqlFragment rememberProfile(
      Tenant tenant, String signature, SqlJson profile, Instant at) {
    return SqlFragment.of("insert into ")
        .then(ImportTables.PROFILE.in(tenant))
        .then(" (signature, profile, used_at) values (?, ?, ?)", signature, profile, at)
        .then(
            " on conflict (signature) do update set profile = excluded.profile, used_at = excluded.used_at");
  }

  public static SqlFragment rememberedProfile(Tenant tenant, String signature) {
    return SqlFragment.of("select profile::text from ")
        .then(ImportTables.PROFILE.in(tenant))
        .then(" where signature = ?", signature);
  }

  private static String seconds(int seconds) {
    return seconds + " seconds";
  }
}
