package dev.huozi.platform.tenant.store;

import dev.huozi.platform.database.ControlDatabase;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.DumpDigest;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.TenantJob;
import dev.huozi.platform.tenant.TenantJob.Kind;
import dev.huozi.platform.tenant.TenantJob.Problem;
import dev.huozi.platform.tenant.TenantJob.State;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `huozi.tenant_job`.
final class JobStore {
  /// Ten heartbeats.
  static final Duration DEAD_AFTER = Duration.ofSeconds(10);

  private static final SqlFragment SELECT =
      SqlFragment.of(
          """
          select id, kind, code, origin, state, step, percent, rows_done, rows_total,
            started_at, heartbeat_at, ended_at, problem::text, digest::text
          from huozi.tenant_job\
          """);

  private final ControlDatabase control;

  JobStore(ControlDatabase control) {
    this.control = control;
  }

  /// False when a job runs with that tenant.
  boolean insert(UUID id, Kind kind, String code, @Nullable String origin) {
    return control.inTransaction(transaction -> {
      transaction.execute(
          SqlFragment.of(
              """
              delete from huozi.tenant_job
              where state <> 'RUNNING' and started_at < now() - interval '30 days'
              """));
      return transaction.execute(
              SqlFragment.of(
                  """
                  insert into huozi.tenant_job (id, kind, code, origin, state, step)
                  values (?, ?, ?, ?, 'RUNNING', 'MEASURING')
                  on conflict (code) where state = 'RUNNING' do nothing
                  """,
                  id,
                  kind.name(),
                  code,
                  origin))
          == 1;
    });
  }

  /// Tells that the job lives; false when it has been declared dead.
  boolean beat(UUID id, Step step, int percent, long done, long total) {
    return control.inTransaction(transaction ->
        transaction.execute(
                SqlFragment.of(
                    """
                    update huozi.tenant_job set step = ?, percent = ?, rows_done = ?, rows_total = ?,
                      heartbeat_at = now()
                    where id = ? and state = 'RUNNING'
                    """,
                    step.name(),
                    percent,
                    done,
                    total,
                    id))
            == 1);
  }

  void end(UUID id, @Nullable Problem problem, @Nullable DumpDigest digest) {
    control.inTransaction(transaction ->
        transaction.execute(
            SqlFragment.of(
                """
                update huozi.tenant_job set state = ?, percent = case when ? then 100 else percent end,
                  problem = ?::jsonb, digest = ?::jsonb, heartbeat_at = now(), ended_at = now()
                where id = ? and state = 'RUNNING'
                """,
                (problem == null ? State.DONE : State.FAILED).name(),
                problem == null,
                problem == null ? null : new SqlJson(Json.write(problem)),
                digest == null ? null : new SqlJson(Json.write(digest)),
                id)));
  }

  /// Declares dead what has been silent for too long; returns how many that were.
  int bury(Problem problem) {
    return control.inTransaction(transaction ->
        transaction.execute(
            SqlFragment.of(
                """
                update huozi.tenant_job set state = 'FAILED', ended_at = now(), problem = ?::jsonb
                where state = 'RUNNING' and heartbeat_at < now() - ?::interval
                """,
                new SqlJson(Json.write(problem)),
                DEAD_AFTER.toString())));
  }

  /// Codes of tenants that are neither whole nor worked at.
  List<String> orphans() {
    return control.inTransaction(transaction ->
        transaction.query(
            SqlFragment.of(
                """
                select code from huozi.tenant t
                where state in ('COPYING', 'DELETING') and not exists (
                  select from huozi.tenant_job j
                  where j.code in (t.code, t.origin) and j.state = 'RUNNING')
                order by code
                """),
            row -> Objects.requireNonNull(row.text(0))));
  }

  @Nullable TenantJob find(UUID id) {
    return one(SqlFragment.of(" where id = ?", id));
  }

  @Nullable TenantJob newest(String code) {
    return one(SqlFragment.of(" where code = ? order by started_at desc limit 1", code));
  }

  private @Nullable TenantJob one(SqlFragment condition) {
    return control.inTransaction(
        transaction -> transaction.queryOne(SELECT.then(condition), JobStore::job));
  }

  List<TenantJob> of(String origin) {
    return control.inTransaction(transaction -> query(transaction, origin));
  }

  private static List<TenantJob> query(Transaction transaction, String origin) {
    return transaction.query(
        SELECT.then(
            " where origin = ? and started_at > now() - interval '1 day' order by started_at desc limit 50",
            origin),
        JobStore::job);
  }

  private static TenantJob job(Row row) {
    String problem = row.text(12);
    String digest = row.text(13);
    return new TenantJob(
        Objects.requireNonNull(row.uuid(0)),
        Kind.valueOf(text(row, 1)),
        text(row, 2),
        row.text(3),
        State.valueOf(text(row, 4)),
        Step.valueOf(text(row, 5)),
        Objects.requireNonNull(row.integer(6)),
        Objects.requireNonNull(row.longInteger(7)),
        Objects.requireNonNull(row.longInteger(8)),
        Objects.requireNonNull(row.instant(9)),
        Objects.requireNonNull(row.instant(10)),
        row.instant(11),
        problem == null ? null : Json.read(problem, Problem.class),
        digest == null ? null : Json.read(digest, DumpDigest.class));
  }

  private static String text(Row row, int column) {
    return Objects.requireNonNull(row.text(column));
  }
}
