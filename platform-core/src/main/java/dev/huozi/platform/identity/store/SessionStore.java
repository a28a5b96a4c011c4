package dev.huozi.platform.identity.store;

import dev.huozi.platform.database.ControlDatabase;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.identity.SessionState.Kind;
import dev.huozi.platform.sql.SqlFragment;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements on sessions and tries to log in.
final class SessionStore {
  private final ControlDatabase database;

  SessionStore(ControlDatabase database) {
    this.database = database;
  }

  /// A try to log in, counted already.
  ///
  /// @param attempts in the current window, this one included
  /// @param account null when there is none that may log in
  record Attempt(long tenantId, int attempts, int minutesLeft, @Nullable Candidate account) {}

  /// Whom the password must fit.
  record Candidate(UUID accountId, String passwordHash, int credentialsVersion) {}

  /// Counts a try before anything is checked, in one statement, so that parallel tries are all
  /// counted; null when there is no such tenant.
  @Nullable Attempt countAttempt(String tenantCode, String userName, Duration window) {
    return database.inTransaction(transaction ->
        transaction.queryOne(
            SqlFragment.of(
                """
                with tenant as (
                  select id, huozi.user_key(?) as user_key from huozi.tenant
                  where code = ? and state = 'ACTIVE'
                ), attempt as (
                  insert into huozi.login_attempt as old (tenant_id, user_key, attempts, window_ends_at)
                  select id, user_key, 1, now() + ?::interval from tenant
                  on conflict (tenant_id, user_key) do update set
                    attempts = case when old.window_ends_at < now() then 1 else old.attempts + 1 end,
                    window_ends_at = case when old.window_ends_at < now()
                      then excluded.window_ends_at else old.window_ends_at end
                  returning attempts, window_ends_at
                )
                select tenant.id, attempts,
                  ceil(extract(epoch from window_ends_at - now()) / 60)::integer,
                  a.id, a.password_hash, a.credentials_version
                from tenant cross join attempt
                  left join huozi.account a
                    on a.tenant_id = tenant.id and a.user_key = tenant.user_key and a.active
                """,
                userName,
                tenantCode,
                window.toString()),
            SessionStore::attempt));
  }

  private static Attempt attempt(Row row) {
    UUID account = row.uuid(3);
    return new Attempt(
        Objects.requireNonNull(row.longInteger(0)),
        Objects.requireNonNull(row.integer(1)),
        Objects.requireNonNull(row.integer(2)),
        account == null
            ? null
            : new Candidate(
                account,
                Objects.requireNonNull(row.text(4)),
                Objects.requireNonNull(row.integer(5))));
  }

  /// A session to be stored.
  record NewSession(
      UUID id,
      String tokenHash,
      UUID accountId,
      int credentialsVersion,
      Kind kind,
      String name,
      String csrfToken,
      Duration idleLimit,
      Duration lifetime) {}

  /// Stores a session after a login; the tries before it are forgiven.
  void startAfterLogin(NewSession session) {
    database.inTransaction(transaction -> {
      insert(transaction, session);
      return transaction.execute(
          SqlFragment.of(
              """
              delete from huozi.login_attempt t using huozi.account a
              where a.id = ? and t.tenant_id = a.tenant_id and t.user_key = a.user_key
              """,
              session.accountId()));
    });
  }

  void start(NewSession session) {
    database.inTransaction(transaction -> insert(transaction, session));
  }

  private static int insert(Transaction transaction, NewSession session) {
    removeLeftovers(transaction);
    return transaction.execute(
        SqlFragment.of(
            """
            insert into huozi.login_session (token_hash, id, account_id, kind, name, csrf_token,
              credentials_version, idle_limit, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, now() + ?::interval)
            """,
            session.tokenHash(),
            session.id(),
            session.accountId(),
            session.kind().name(),
            session.name(),
            session.csrfToken(),
            session.credentialsVersion(),
            session.idleLimit().toString(),
            session.lifetime().toString()));
  }

  /// Each new session takes a few dead ones away.
  private static void removeLeftovers(Transaction transaction) {
    transaction.execute(
        SqlFragment.of(
            """
            delete from huozi.login_session where token_hash in (
              select token_hash from huozi.login_session where expires_at < now()
              limit 100 for update skip locked)
            """));
    transaction.execute(
        SqlFragment.of(
            """
            delete from huozi.login_attempt where (tenant_id, user_key) in (
              select tenant_id, user_key from huozi.login_attempt where window_ends_at < now()
              limit 100 for update skip locked)
            """));
  }

  /// The credentials version of an active account of a tenant, or null.
  @Nullable Integer credentialsVersion(long tenantId, UUID accountId) {
    return database.inTransaction(transaction ->
        transaction.queryOne(
            SqlFragment.of(
                "select credentials_version from huozi.account"
                    + " where id = ? and tenant_id = ? and active",
                accountId,
                tenantId),
            row -> Objects.requireNonNull(row.integer(0))));
  }

  void end(String tokenHash) {
    database.inTransaction(transaction ->
        transaction.execute(
            SqlFragment.of("delete from huozi.login_session where token_hash = ?", tokenHash)));
  }
}
