package dev.huozi.platform.identity.store;

import dev.huozi.platform.database.ControlDatabase;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.identity.Login;
import dev.huozi.platform.identity.Passwords;
import dev.huozi.platform.identity.Secrets;
import dev.huozi.platform.identity.SessionState;
import dev.huozi.platform.identity.SessionState.Kind;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.identity.StartedSession;
import dev.huozi.platform.identity.store.SessionStore.Attempt;
import dev.huozi.platform.identity.store.SessionStore.NewSession;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.store.StoredTenants;
import dev.huozi.platform.tenant.store.TenantRow;
import dev.huozi.platform.value.RecordIds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Sessions in the control plane.
public final class StoredSessions implements Sessions {
  /// Wrong passwords within one window, after which the right one is refused too until the window
  /// ends.
  static final int ATTEMPTS = 10;

  private static final Duration WINDOW = Duration.ofMinutes(15);

  /// A working day without a click ends a login, a week ends it anyway.
  private static final Duration LOGIN_IDLE = Duration.ofHours(12);

  private static final Duration LOGIN_LIFETIME = Duration.ofDays(7);

  private static final SqlFragment OPEN =
      SqlFragment.of(
          """
          select session_id, kind, csrf_token, expires_at, account_id, user_id, user_name, display_name, role,
            account_locale, metadata_version,
            tenant_id, code, name, zone, currency, sort_collation, locale, schema_version, origin
          from huozi.open_session(\
          """);

  private final SessionStore store;
  private final ControlDatabase database;
  private final StoredTenants tenants;
  private final Passwords passwords;

  public StoredSessions(ControlDatabase database, StoredTenants tenants, Passwords passwords) {
    this.store = new SessionStore(database);
    this.database = database;
    this.tenants = tenants;
    this.passwords = passwords;
  }

  @Override
  public StartedSession logIn(Login login) {
    Attempt attempt =
        login.userName().length() > StoredAccounts.LONGEST_USER_NAME
            ? null
            : store.countAttempt(login.tenant(), login.userName(), WINDOW);
    if (attempt != null && attempt.attempts() > ATTEMPTS) {
      throw new ProblemException(PlatformError.LOGIN_LOCKED, "minutes", attempt.minutesLeft());
    }
    var account = attempt == null ? null : attempt.account();
    if (!passwords.matches(login.password(), account == null ? null : account.passwordHash())
        || account == null) {
      throw new ProblemException(PlatformError.LOGIN_FAILED);
    }
    String token = Secrets.next();
    store.startAfterLogin(
        newSession(
            token,
            account.accountId(),
            account.credentialsVersion(),
            Kind.LOGIN,
            "login",
            LOGIN_IDLE,
            LOGIN_LIFETIME));
    return started(token);
  }

  @Override
  public StartedSession issueToken(Tenant tenant, UUID accountId, String name, Duration lifetime) {
    Integer credentialsVersion = store.credentialsVersion(tenant.id(), accountId);
    if (credentialsVersion == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    String token = Secrets.next();
    store.start(
        newSession(token, accountId, credentialsVersion, Kind.TOKEN, name, lifetime, lifetime));
    return started(token);
  }

  private static NewSession newSession(
      String token,
      UUID accountId,
      int credentialsVersion,
      Kind kind,
      String name,
      Duration idleLimit,
      Duration lifetime) {
    return new NewSession(
        RecordIds.next(),
        Secrets.fingerprint(token),
        accountId,
        credentialsVersion,
        kind,
        name,
        Secrets.next(),
        idleLimit,
        lifetime);
  }

  private StartedSession started(String token) {
    SessionState state = open(token);
    if (state == null) { // suspended in this very moment
      throw new ProblemException(PlatformError.LOGIN_FAILED);
    }
    return new StartedSession(token, state);
  }

  @Override
  public @Nullable SessionState open(String token) {
    List<Opened> found = database.query(statement(token), this::opened);
    return found.isEmpty() ? null : ready(found.getFirst());
  }

  @Override
  public CompletionStage<@Nullable SessionState> openLater(String token) {
    return database
        .queryLater(statement(token), this::opened)
        .thenCompose(found -> found.isEmpty() ? nothing() : readyLater(found.getFirst()));
  }

  private static CompletionStage<@Nullable SessionState> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private static SqlFragment statement(String token) {
    return OPEN.then("?)", Secrets.fingerprint(token));
  }

  /// An answer of `open_session`, before the tenant's schema is known to be up to date.
  private record Opened(SessionState session, TenantRow tenant) {}

  private SessionState ready(Opened opened) {
    tenants.ready(opened.tenant());
    return opened.session();
  }

  /// The schema of a tenant that this program meets first is brought up to date, which takes a
  /// while.
  private CompletionStage<@Nullable SessionState> readyLater(Opened opened) {
    return tenants.isReady(opened.tenant())
        ? CompletableFuture.completedFuture(opened.session())
        : CompletableFuture.supplyAsync(() -> ready(opened), Thread::startVirtualThread);
  }

  private Opened opened(Row row) {
    TenantRow tenant = tenantRow(row);
    String accountLocale = row.text(9);
    SessionState session =
        new SessionState(
            Objects.requireNonNull(row.uuid(0)),
            Kind.valueOf(text(row, 1)),
            tenants.of(tenant),
            new Principal(
                Objects.requireNonNull(row.uuid(4)),
                Objects.requireNonNull(row.uuid(5)),
                text(row, 7),
                Principal.Role.valueOf(text(row, 8))),
            text(row, 6),
            text(row, 2),
            Objects.requireNonNull(row.longInteger(10)),
            accountLocale == null ? null : Locale.forLanguageTag(accountLocale),
            Objects.requireNonNull(row.instant(3)));
    return new Opened(session, tenant);
  }

  private static TenantRow tenantRow(Row row) {
    return new TenantRow(
        Objects.requireNonNull(row.longInteger(11)),
        text(row, 12),
        text(row, 13),
        text(row, 14),
        text(row, 15),
        SortCollation.valueOf(text(row, 16)),
        text(row, 17),
        row.text(18),
        row.text(19));
  }

  private static String text(Row row, int column) {
    return Objects.requireNonNull(row.text(column));
  }

  @Override
  public void end(String token) {
    store.end(Secrets.fingerprint(token));
  }
}
