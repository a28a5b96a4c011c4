package dev.huozi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How transactions and readings behave.
@Tag("db")
class DoorsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static TenantDatabase database;
  private static Tenant tenant;
  private static SqlFragment table;

  @BeforeAll
  static void makeATable() {
    database = DATABASE.tenantDatabase();
    tenant = DATABASE.tenant("doors");
    table = SqlFragment.identifier(tenant.schema(), new SqlIdentifier("thing"));
    database.inOwnerTransaction(
        tenant,
        t ->
            t.execute(
                SqlFragment.of("create table ")
                    .then(table)
                    .then(
                        " (id integer primary key, name text not null default 'x' constraint"
                            + " thing_name check (name <> 'bad'), parent integer constraint"
                            + " thing_parent references ")
                    .then(table)
                    .then(")")));
  }

  @BeforeEach
  void empty() {
    database.inTransaction(tenant, t -> t.execute(SqlFragment.of("delete from ").then(table)));
  }

  private static SqlFragment insert(int id) {
    return SqlFragment.of("insert into ").then(table).then(" (id) values (?)", id);
  }

  private static List<Integer> ids() {
    return database
        .reading(tenant)
        .query(
            SqlFragment.of("select id from ").then(table).then(" order by id"),
            row -> row.integer(0));
  }

  private static void assertProblem(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void whatReturnsIsCommittedAndWhatThrowsIsRolledBack() {
    List<String> hints = new ArrayList<>();
    database.inTransaction(
        tenant,
        t -> {
          t.afterCommit(() -> hints.add("committed"));
          return t.execute(insert(1));
        });
    assertThatThrownBy(() ->
            database.inTransaction(
                tenant,
                t -> {
                  t.afterCommit(() -> hints.add("never"));
                  t.execute(insert(2));
                  throw new IllegalArgumentException("changed my mind");
                }))
        .hasMessage("changed my mind");
    assertThat(ids()).containsExactly(1);
    assertThat(hints).containsExactly("committed");
  }

  @Test
  void aSecondConnectionInsideATransactionIsRefused() {
    assertThatThrownBy(() ->
            database.inTransaction(tenant, outer -> database.inTransaction(tenant, inner -> 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("A transaction is open on this thread");
    assertThatThrownBy(() -> database.inTransaction(tenant, outer -> ids()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("A transaction is open on this thread");
  }

  @Test
  void aTransactionCannotBeUsedAfterItsEnd() {
    Transaction kept = database.inTransaction(tenant, t -> t);
    assertThatThrownBy(() -> kept.execute(insert(3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has ended");
  }

  @Test
  void theRoleIsSentOnlyWhenItChanges() {
    Tenant other = DATABASE.tenant("other");
    SqlFragment who = SqlFragment.of("select current_user::text");
    ids();
    database.inTransaction(tenant, t -> t.execute(insert(1)));
    long before = DATABASE.platform().roleSwitches();
    for (int i = 0; i < 20; i++) {
      database.inTransaction(tenant, t -> t.query(who, row -> row.text(0)));
      database.reading(tenant).query(who, row -> row.text(0));
    }
    assertThat(DATABASE.platform().roleSwitches() - before).isZero();
    // A rollback must not take the role of the connection with it.
    assertThatThrownBy(() ->
            database.inTransaction(
                other,
                t -> {
                  throw new IllegalArgumentException("back");
                }))
        .hasMessage("back");
    String writing = database.inTransaction(other, t -> t.queryOne(who, row -> row.text(0)));
    assertThat(writing).isEqualTo(other.runtimeRole().name());
    assertThat(database.reading(other).query(who, row -> row.text(0)))
        .containsExactly(other.runtimeRole().name());
    assertThat(DATABASE.platform().roleSwitches() - before).isEqualTo(2);
  }

  @Test
  void conflictsNameTheConstraintAndKeepTheValuesToThemselves() {
    database.inTransaction(tenant, t -> t.execute(insert(4711)));
    assertConflict(insert(4711), DatabaseConflict.Kind.UNIQUE, "thing_pkey");
    assertConflict(
        SqlFragment.of("insert into ").then(table).then(" (id, parent) values (1, 4712)"),
        DatabaseConflict.Kind.REFERENCE,
        "thing_parent");
    assertConflict(
        SqlFragment.of("insert into ").then(table).then(" (id, name) values (4713, 'bad')"),
        DatabaseConflict.Kind.CHECK,
        "thing_name");
    assertConflict(
        SqlFragment.of("insert into ").then(table).then(" (id, name) values (4714, null)"),
        DatabaseConflict.Kind.REQUIRED,
        "name");
  }

  private static void assertConflict(
      SqlFragment statement, DatabaseConflict.Kind kind, String constraint) {
    assertThatExceptionOfType(DatabaseConflict.class)
        .isThrownBy(() -> database.inTransaction(tenant, t -> t.execute(statement)))
        .satisfies(conflict -> {
          assertThat(conflict.kind()).isEqualTo(kind);
          assertThat(conflict.constraint()).isEqualTo(constraint);
          assertThat(conflict.table()).isEqualTo("thing");
          assertThat(conflict.getMessage()).doesNotContain("471");
          assertThat(conflict.getCause()).isNull();
        });
  }

  @Test
  void aValueThatDoesNotFitIsNotRepeatedInTheMessage() {
    SqlFragment cast = SqlFragment.of("select (?::text)::integer", "CANARY");
    assertThatExceptionOfType(DatabaseFailure.class)
        .isThrownBy(() -> database.inTransaction(tenant, t -> t.query(cast, row -> 1)))
        .satisfies(failure -> assertThat(failure).hasMessageNotContaining("CANARY").hasNoCause());
    assertThatExceptionOfType(DatabaseFailure.class)
        .isThrownBy(() -> database.reading(tenant).query(cast, row -> 1))
        .satisfies(failure -> assertThat(failure).hasMessageNotContaining("CANARY").hasNoCause());
  }

  @Test
  void aSlowStatementIsStopped() {
    assertProblem(
        PlatformError.DATABASE_TIMEOUT,
        () ->
            database.inTransaction(
                tenant,
                t -> {
                  t.query(
                      SqlFragment.of("select set_config('statement_timeout', '50ms', true)"),
                      row -> 1);
                  return t.query(SqlFragment.of("select pg_sleep(5)"), row -> 1);
                }));
  }

  @Test
  void ddlWaitsForItsLockInShortSteps() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> holder =
          threads.submit(() ->
              database.inTransaction(
                  tenant,
                  t -> {
                    t.execute(insert(1));
                    locked.countDown();
                    await(release);
                    return 1;
                  }));
      assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
      Future<Integer> attempts =
          threads.submit(() -> {
            List<Integer> tries = new ArrayList<>();
            database.inOwnerTransaction(
                tenant,
                t -> {
                  tries.add(1);
                  if (tries.size() == 3) {
                    release.countDown();
                  }
                  return t.execute(
                      SqlFragment.of("alter table ").then(table).then(" add more text"));
                });
            return tries.size();
          });
      assertThat(attempts.get(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(3);
      holder.get();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLockThatIsNotToBeHadIsAConflict() {
    assertThatExceptionOfType(DatabaseConflict.class)
        .isThrownBy(() ->
            database.inTransaction(
                tenant,
                t -> {
                  t.query(SqlFragment.of("select pg_advisory_xact_lock(1)"), row -> 1);
                  tryLockElsewhere();
                  return 1;
                }))
        .satisfies(conflict -> {
          assertThat(conflict.kind()).isEqualTo(DatabaseConflict.Kind.LOCKED);
          assertThat(conflict.code()).isEqualTo(PlatformError.CONTENDED);
        });
  }

  private static void tryLockElsewhere() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads
          .submit(() ->
              database.inTransaction(
                  tenant,
                  t -> {
                    t.query(
                        SqlFragment.of("select set_config('lock_timeout', '50ms', true)"),
                        row -> 1);
                    return t.query(SqlFragment.of("select pg_advisory_xact_lock(1)"), row -> 1);
                  }))
          .get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFullQueueOfReadingsIsToldAtOnce() throws Exception {
    SqlFragment slow = SqlFragment.of("select pg_sleep(0.1)::text");
    List<Future<List<String>>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 700; i++) {
        answers.add(threads.submit(() -> database.reading(tenant).query(slow, row -> row.text(0))));
      }
    }
    int busy = 0;
    int answered = 0;
    for (Future<List<String>> answer : answers) {
      switch (answer.state()) {
        case SUCCESS -> answered++;
        case FAILED -> {
          assertThat(answer.exceptionNow()).isInstanceOf(ProblemException.class);
          ProblemException problem = (ProblemException) answer.exceptionNow();
          assertThat(problem.code()).isEqualTo(PlatformError.BUSY);
          assertThat(problem.code().status()).isEqualTo(503);
          busy++;
        }
        case RUNNING, CANCELLED -> throw new IllegalStateException();
      }
    }
    assertThat(busy).isPositive();
    assertThat(answered).isPositive();
    assertThat(ids()).isEmpty(); // and the door is open again
  }

  @Test
  void aReadingSurvivesAColumnThatChangesItsType() {
    SqlFragment column = SqlFragment.of("select changing from ").then(table);
    database.inOwnerTransaction(
        tenant,
        t -> t.execute(SqlFragment.of("alter table ").then(table).then(" add changing integer")));
    for (int i = 0; i < 3; i++) {
      assertThat(database.reading(tenant).query(column, row -> row.size())).isEmpty();
    }
    database.inOwnerTransaction(
        tenant,
        t ->
            t.execute(
                SqlFragment.of("alter table ")
                    .then(table)
                    .then(" alter changing type text using changing::text")));
    for (int i = 0; i < 3; i++) {
      assertThat(database.reading(tenant).query(column, row -> row.size())).isEmpty();
    }
  }
}
