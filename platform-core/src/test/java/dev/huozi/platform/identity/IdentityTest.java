package dev.huozi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Principal.Role;
import dev.huozi.platform.tenant.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("db")
class IdentityTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String PASSWORD = "correct horse 电池";

  private static Accounts accounts;
  private static Sessions sessions;
  private static int users;

  private Tenant tenant;
  private Account admin;

  @BeforeAll
  static void open() {
    accounts = DATABASE.platform().accounts();
    sessions = DATABASE.platform().sessions();
  }

  /// Each test has a tenant of its own.
  @BeforeEach
  void makeAnAdmin() {
    tenant = DATABASE.tenant("tenant-" + users++);
    admin = create("Admin", Role.ADMIN);
  }

  private Account create(String userName, Role role) {
    return accounts.create(
        tenant, new NewAccount(UUID.randomUUID(), userName, "李娜", role, PASSWORD, Locale.ENGLISH));
  }

  private StartedSession logIn(String userName) {
    return sessions.logIn(new Login(tenant.code(), userName, PASSWORD));
  }

  private Account change(Account account, AccountChange change) {
    return accounts.change(tenant, account.id(), change);
  }

  private static AccountChange active(boolean active) {
    return new AccountChange(null, null, active, null, null);
  }

  private static AccountChange role(Role role) {
    return new AccountChange(null, role, null, null, null);
  }

  private static AccountChange password(String password) {
    return new AccountChange(null, null, null, null, password);
  }

  private static void assertProblem(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private static void control(String sql) {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable SessionState open(StartedSession started) {
    return sessions.open(started.token());
  }

  private SessionState opened(StartedSession started) {
    return Objects.requireNonNull(open(started));
  }

  @Test
  void aLoginOpensASessionThatKnowsWhoItIs() {
    StartedSession started = logIn("admin");
    SessionState state = opened(started);
    assertThat(state.kind()).isEqualTo(SessionState.Kind.LOGIN);
    assertThat(state.tenant()).isEqualTo(tenant);
    assertThat(state.principal().accountId()).isEqualTo(admin.id());
    assertThat(state.principal().userId()).isEqualTo(admin.userId());
    assertThat(state.principal().name()).isEqualTo("李娜");
    assertThat(state.principal().role()).isEqualTo(Role.ADMIN);
    assertThat(state.userName()).isEqualTo("Admin");
    assertThat(state.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(state.metadataVersion()).isZero();
    assertThat(state.csrfToken()).hasSize(43).isEqualTo(started.state().csrfToken());
    assertThat(state.expires()).isAfter(Instant.now());
  }

  @Test
  void theTokenItselfIsNotStored() throws SQLException {
    StartedSession started = logIn("admin");
    try (Connection connection = DATABASE.connect();
        var rows =
            connection
                .createStatement()
                .executeQuery("select s::text from huozi.login_session s")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain(started.token());
      }
    }
    assertThat(started.toString())
        .doesNotContain(started.token())
        .doesNotContain(started.state().csrfToken());
  }

  @Test
  void tenantUserAndPasswordFailAlike() {
    for (Login wrong :
        List.of(
            new Login("nowhere", "admin", PASSWORD),
            new Login(tenant.code(), "nobody", PASSWORD),
            new Login(tenant.code(), "x".repeat(5_000), PASSWORD),
            new Login(tenant.code(), "admin", "wrong"),
            new Login(tenant.code(), "admin", "x".repeat(100_000)))) {
      assertProblem(PlatformError.LOGIN_FAILED, () -> sessions.logIn(wrong));
    }
  }

  @Test
  void aUserNameIsOneWithoutCaseAndWidth() {
    assertProblem(PlatformError.USER_NAME_TAKEN, () -> create("ADMIN", Role.USER));
    assertProblem(PlatformError.USER_NAME_TAKEN, () -> create("ａdmin", Role.USER));
    assertThat(logIn("ＡDMIN").state().principal().accountId()).isEqualTo(admin.id());
    assertThat(DATABASE.tenant("elsewhere")).isNotNull();
    assertThat(
            accounts.create(
                DATABASE.tenant("elsewhere"),
                new NewAccount(UUID.randomUUID(), "admin", "a", Role.USER, PASSWORD, null)))
        .isNotNull();
  }

  @Test
  void oddUserNamesAndPasswordsAreRefused() {
    for (String name : List.of("", " ", " a", "a ", "a\nb", "x".repeat(101))) {
      assertProblem(PlatformError.USER_NAME_INVALID, () -> create(name, Role.USER));
    }
    assertProblem(PlatformError.PASSWORD_TOO_SHORT, () -> change(admin, password("1234567")));
    assertProblem(PlatformError.PASSWORD_TOO_LONG, () -> change(admin, password("字".repeat(342))));
    change(admin, password("字".repeat(341)));
  }

  @Test
  void logoutEndsTheSessionOnTheServer() {
    StartedSession one = logIn("admin");
    StartedSession two = logIn("admin");
    sessions.end(one.token());
    assertThat(open(one)).isNull();
    assertThat(open(two)).isNotNull();
    sessions.end("never seen");
  }

  @Test
  void suspensionActsOnTheNextRequest() {
    Account user = create("user", Role.USER);
    StartedSession session = logIn("user");
    StartedSession token = sessions.issueToken(tenant, user.id(), "import", Duration.ofDays(30));
    assertThat(change(user, active(false)).active()).isFalse();
    assertThat(open(session)).isNull();
    assertThat(open(token)).isNull();
    assertProblem(PlatformError.LOGIN_FAILED, () -> logIn("user"));
    change(user, active(true));
    assertThat(open(session)).isNotNull();
  }

  @Test
  void aChangedRoleActsOnTheNextRequest() {
    Account user = create("user", Role.USER);
    StartedSession session = logIn("user");
    change(user, role(Role.ADMIN));
    assertThat(opened(session).principal().role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void aNewPasswordEndsAllSessions() {
    StartedSession session = logIn("admin");
    change(admin, password("another password"));
    assertThat(open(session)).isNull();
    assertProblem(PlatformError.LOGIN_FAILED, () -> logIn("admin"));
    assertThat(sessions.logIn(new Login(tenant.code(), "admin", "another password"))).isNotNull();
  }

  @Test
  void aSuspendedTenantIsClosed() {
    StartedSession session = logIn("admin");
    DATABASE.platform().tenants().setActive(tenant.id(), false);
    assertThat(open(session)).isNull();
    assertProblem(PlatformError.LOGIN_FAILED, () -> logIn("admin"));
    DATABASE.platform().tenants().setActive(tenant.id(), true);
    assertThat(open(session)).isNotNull();
  }

  @Test
  void aSessionEndsAfterIdlenessAndAfterItsLifetime() {
    StartedSession idle = logIn("admin");
    control(
        "update huozi.login_session set used_at = now() - interval '13 hours' where id = '%s'"
            .formatted(idle.state().id()));
    assertThat(open(idle)).isNull();
    StartedSession old = logIn("admin");
    control(
        "update huozi.login_session set expires_at = now() where id = '%s'"
            .formatted(old.state().id()));
    assertThat(open(old)).isNull();
  }

  @Test
  void useKeepsASessionAlive() {
    StartedSession session = logIn("admin");
    control(
        "update huozi.login_session set used_at = now() - interval '11 hours' where id = '%s'"
            .formatted(session.state().id()));
    Instant before = opened(session).expires();
    Instant after = opened(session).expires();
    assertThat(after).isAfterOrEqualTo(before);
    control(
        ("do $$ begin if not exists (select from huozi.login_session where id = '%s' and used_at >"
                + " now() - interval '1 minute') then raise 'not touched'; end if; end $$")
            .formatted(session.state().id()));
  }

  @Test
  void aTokenOpensASessionOfItsOwnKind() {
    StartedSession token = sessions.issueToken(tenant, admin.id(), "import", Duration.ofDays(30));
    assertThat(opened(token).kind()).isEqualTo(SessionState.Kind.TOKEN);
    assertProblem(
        PlatformError.NOT_FOUND,
        () ->
            sessions.issueToken(
                DATABASE.tenant("elsewhere"), admin.id(), "theft", Duration.ofDays(1)));
  }

  @Test
  void parallelWrongPasswordsAreNotAllTried() throws Exception {
    List<Future<?>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        String spelling = i % 2 == 0 ? "admin" : "ADMIN";
        answers.add(
            threads.submit(
                () -> sessions.logIn(new Login(tenant.code(), spelling, "wrong password"))));
      }
    }
    long tried =
        answers.stream()
            .map(answer -> ((ProblemException) answer.exceptionNow()).code())
            .filter(code -> code == PlatformError.LOGIN_FAILED)
            .count();
    assertThat(tried).isEqualTo(10);
    assertProblem(PlatformError.LOGIN_LOCKED, () -> logIn("admin"));
    control("update huozi.login_attempt set window_ends_at = now() - interval '1 second'");
    assertThat(logIn("admin")).isNotNull();
  }

  @Test
  void unknownUsersAreLockedOutTheSameWay() {
    for (int i = 0; i < 10; i++) {
      assertProblem(PlatformError.LOGIN_FAILED, () -> logIn("nobody"));
    }
    assertProblem(PlatformError.LOGIN_LOCKED, () -> logIn("nobody"));
  }

  @Test
  void theRightPasswordForgivesEarlierMistakes() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 5; i++) {
        assertProblem(
            PlatformError.LOGIN_FAILED,
            () -> sessions.logIn(new Login(tenant.code(), "admin", "wrong password")));
      }
      assertThat(logIn("admin")).isNotNull();
    }
  }

  @Test
  void theLastAdministratorStays() {
    assertProblem(PlatformError.LAST_ADMIN, () -> change(admin, role(Role.USER)));
    assertProblem(PlatformError.LAST_ADMIN, () -> change(admin, active(false)));
    Account second = create("second", Role.ADMIN);
    assertThat(change(admin, role(Role.USER)).role()).isEqualTo(Role.USER);
    assertProblem(PlatformError.LAST_ADMIN, () -> change(second, active(false)));
  }

  @Test
  void twoAdministratorsCannotRemoveEachOtherAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      makeAnAdmin();
      Account second = create("second", Role.ADMIN);
      List<Future<Account>> answers = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Account account : List.of(admin, second)) {
          answers.add(threads.submit(() -> change(account, active(false))));
        }
      }
      assertThat(answers)
          .filteredOn(answer -> answer.state() == Future.State.FAILED)
          .singleElement()
          .extracting(answer -> ((ProblemException) answer.exceptionNow()).code())
          .isEqualTo(PlatformError.LAST_ADMIN);
    }
  }

  @Test
  void anAccountOfAnotherTenantIsNotFound() {
    Tenant other = DATABASE.tenant("elsewhere");
    assertThat(accounts.find(other, admin.id())).isNull();
    assertThat(accounts.find(tenant, admin.id())).isEqualTo(admin);
    assertThat(accounts.list(tenant)).containsExactly(admin);
    assertProblem(PlatformError.NOT_FOUND, () -> accounts.change(other, admin.id(), active(false)));
  }
}
