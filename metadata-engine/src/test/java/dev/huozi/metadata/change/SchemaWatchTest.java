package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.store.WorkSigns;
import dev.huozi.metadata.store.WorkSigns.Step;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.service.FormulaFills;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is done to tables is seen while it is done, by the tenant itself and by nobody else.
@Tag("db")
class SchemaWatchTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String PATH = "objects/thing.object.yaml";
  private static final String OLD =
      "name: thing\nnameField: name\nfields:\n  - {name: name, type: text}\n  - {name: size, type: text}\n";

  private static TestTenant tenant(String code) {
    TestTenant tenant = new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
    tenant.publish(PATH, OLD);
    return tenant;
  }

  /// As another request does, on a thread of its own.
  private static SchemaProgress look(TestTenant tenant) {
    return elsewhere(
        () -> new SchemaWatch(tenant.database(), tenant.registry()).now(tenant.context()));
  }

  /// Several at once: a shared pool has as few threads as the machine has processors.
  private static <T> CompletableFuture<T> beside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private static <T> T elsewhere(Supplier<T> work) {
    return beside(work).join();
  }

  private static void insert(TestTenant tenant, int rows) {
    ObjectModel thing = tenant.object("thing");
    tenant
        .database()
        .inOwnerTransaction(
            tenant.tenant(),
            transaction ->
                transaction.execute(
                    SqlFragment.of("insert into ")
                        .then(SqlFragment.identifier(thing.schema(), thing.table()))
                        .then(
                            " (id, created_at, created_by, updated_at, updated_by) select gen_random_uuid(), now(), gen_random_uuid(), now(), gen_random_uuid() from generate_series(1, ?::int) n",
                            rows)));
  }

  @Test
  void signs_are_seen_while_they_are_up_and_only_by_their_tenant() {
    TestTenant tenant = tenant("watched");
    TestTenant other = tenant("other");
    assertThat(look(tenant).isIdle()).isTrue();
    tenant
        .database()
        .inOwnerTransaction(
            tenant.tenant(),
            transaction -> {
              transaction.execute(WorkSigns.publishing(tenant.tenant(), 3, 7));
              assertThat(look(tenant).running())
                  .containsExactly(new SchemaProgress.Running(Step.PUBLISH, 3, 7, null, null));
              // One that helps bears the same sign.
              List<SchemaProgress.Running> both =
                  elsewhere(() ->
                      tenant
                          .database()
                          .inOwnerTransaction(
                              tenant.tenant(),
                              helper -> {
                                helper.execute(WorkSigns.publishing(tenant.tenant(), 3, 7));
                                return look(tenant).running();
                              }));
              assertThat(both).hasSize(1);
              assertThat(look(other).isIdle()).isTrue();
              ReadSession asOther = other.database().reading(other.tenant());
              assertThat(elsewhere(() -> WorkSigns.read(asOther, tenant.tenant()))).isEmpty();
              return true;
            });
    assertThat(look(tenant).isIdle()).isTrue();
  }

  /// The statements of a publication go out together; where the database is with them is told by
  /// the signs between them.
  @Test
  void a_sign_in_the_middle_of_statements_that_are_sent_together_is_seen() {
    TestTenant tenant = tenant("joined");
    SqlFragment gate = SqlFragment.of("select pg_advisory_xact_lock(77001, 1)");
    CompletableFuture<Boolean> waiting =
        tenant
            .database()
            .inOwnerTransaction(
                tenant.tenant(),
                keeper -> {
                  keeper.query(gate, row -> true);
                  CompletableFuture<Boolean> sent =
                      beside(() ->
                          tenant
                              .database()
                              .inOwnerTransaction(
                                  tenant.tenant(),
                                  transaction -> {
                                    transaction.executeAll(
                                        List.of(
                                            SqlFragment.of("set local lock_timeout = 0"),
                                            WorkSigns.publishing(tenant.tenant(), 1, 9),
                                            WorkSigns.publishing(tenant.tenant(), 4, 9),
                                            gate,
                                            WorkSigns.publishing(tenant.tenant(), 9, 9)));
                                    return true;
                                  }));
                  Instant end = Instant.now().plusSeconds(20);
                  List<SchemaProgress.Running> seen = List.of();
                  while (seen.isEmpty() && !sent.isDone() && Instant.now().isBefore(end)) {
                    seen = look(tenant).running();
                  }
                  assertThat(seen)
                      .as(sent::toString)
                      .containsExactly(new SchemaProgress.Running(Step.PUBLISH, 4, 9, null, null));
                  return sent;
                });
    assertThat(waiting.join()).isTrue();
  }

  @Test
  void a_publication_tells_its_statements_its_rows_and_its_later_steps() {
    TestTenant tenant = tenant("telling");
    insert(tenant, 60_000);
    List<SchemaProgress.Running> seen = new ArrayList<>();
    new DefaultMetadataPublisher(
            new Eavesdropper(tenant.database(), () -> seen.addAll(look(tenant).running())),
            TestModels.KINDS,
            tenant.registry(),
            new FormulaFills())
        .publish(
            tenant.context(),
            TestTenant.changes(
                PATH,
                OLD.replace("size, type: text", "size, type: number")
                    + "  - {name: due, type: date}\nindexes: [[due, size]]\n"),
            Approval.at(tenant.version()));
    assertThat(seen.stream().map(SchemaProgress.Running::step).distinct())
        .containsExactly(Step.FILL, Step.PUBLISH, Step.LATER);
    assertThat(
            seen.stream()
                .filter(one -> one.step() == Step.FILL)
                .map(SchemaProgress.Running::number))
        .contains(0L, 10_000L, 60_000L)
        .isSorted();
    assertThat(seen.stream().filter(one -> one.step() != Step.PUBLISH))
        .allSatisfy(one -> assertThat(one.object()).isEqualTo("thing"));
    assertThat(seen.stream().filter(one -> one.step() == Step.PUBLISH))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.number()).isBetween(1L, one.of()));
    assertThat(look(tenant).isIdle()).isTrue();
  }

  @Test
  void what_could_not_be_done_waits_with_the_reason() {
    TestTenant tenant = tenant("waiting");
    long version = tenant.version();
    String table = tenant.object("thing").table().name();
    tenant
        .database()
        .inOwnerTransaction(
            tenant.tenant(),
            transaction ->
                transaction.execute(
                    SqlFragment.of("insert into ")
                        .then(
                            SqlFragment.identifier(
                                tenant.tenant().schema(), new SqlIdentifier("schema_task")))
                        .then(
                            " (version, table_name, name, attempts, failure) values (?, ?, 'x_1', 2, 'no room')",
                            version,
                            table)));
    assertThat(look(tenant).waiting())
        .containsExactly(new SchemaProgress.Waiting("thing", 2, "no room"));
  }

  /// Looks after every statement.
  private record Eavesdropper(TenantDatabase database, Runnable look) implements TenantDatabase {
    @Override
    public <T> T inTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.inTransaction(tenant, work);
    }

    @Override
    public <T> T inOwnerTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.inOwnerTransaction(tenant, heard(work));
    }

    @Override
    public <T> T outsideTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.outsideTransaction(tenant, heard(work));
    }

    @Override
    public <T> T whileHolding(Tenant tenant, SqlFragment lock, Function<Transaction, T> work) {
      return database.whileHolding(tenant, lock, heard(work));
    }

    @Override
    public ReadSession reading(Tenant tenant) {
      return database.reading(tenant);
    }

    private <T> Function<Transaction, T> heard(Function<Transaction, T> work) {
      return transaction ->
          work.apply(
              new Transaction() {
                @Override
                public <R> List<R> query(SqlFragment statement, RowDecoder<R> decoder) {
                  List<R> rows = transaction.query(statement, decoder);
                  look.run();
                  return rows;
                }

                @Override
                public int execute(SqlFragment statement) {
                  int rows = transaction.execute(statement);
                  look.run();
                  return rows;
                }

                @Override
                public void afterCommit(Runnable work) {
                  transaction.afterCommit(work);
                }
              });
    }
  }
}
