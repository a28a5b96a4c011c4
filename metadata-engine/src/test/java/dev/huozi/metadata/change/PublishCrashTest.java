package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.schema.Shadow;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.store.CatalogueReader;
import dev.huozi.metadata.store.DefaultSnapshotRegistry;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.service.FormulaFills;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A publication that dies before any of its statements, or before or after its commit, leaves the
/// old version or the new one and nothing between; what it left for later is done the next time. Of
/// statements that are sent together all reach the database, and its session dies between them.
@Tag("db")
class PublishCrashTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String PATH = "objects/thing.object.yaml";
  private static final String OLD =
      """
      name: thing
      nameField: name
      fields:
        - {name: name, type: text}
        - {name: size, type: text}
      """;
  private static final String NEW =
      OLD.replace("size, type: text", "size, type: number, scale: 2")
          + "  - {name: boss, type: user}\n  - {name: due, type: date}\nindexes: [[due]]\n";

  /// Not one of the failures that anybody would handle.
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void whenever_a_publication_dies_there_is_the_old_version_or_the_new_one() {
    TestTenant tenant = new TestTenant(DATABASE.platform(), DATABASE.tenant("dying")).founded();
    long old = tenant.publish(PATH, OLD);
    List<String> oldColumns = tenant.columns(tenant.object("thing"));
    int olds = 0;
    int news = 0;
    int between = 0;
    boolean finished = false;
    for (int n = 1; !finished; n++) {
      DyingDatabase database = new DyingDatabase(tenant.database(), n);
      DefaultMetadataPublisher publisher =
          new DefaultMetadataPublisher(
              database,
              TestModels.KINDS,
              new DefaultSnapshotRegistry(tenant.database(), TestModels.KINDS),
              new FormulaFills());
      long base = tenant.version();
      try {
        publisher.publish(tenant.context(), TestTenant.changes(PATH, NEW), Approval.at(base));
        finished = true;
      } catch (Crash _) {
        // the next look decides
      }
      between += database.deathsBetween;
      ObjectModel thing = tenant.object("thing");
      if (tenant.version() == base) {
        olds++;
        assertThat(tenant.columns(thing)).as("death %d", n).isEqualTo(oldColumns);
        assertThat(thing.field("due")).isNull();
      } else {
        news++;
        assertThat(tenant.version()).isEqualTo(base + 1);
        assertThat(thing.field("due")).isNotNull();
        assertThat(tenant.columns(thing)).as("death %d", n).contains(thing(thing, "numeric(18,2)"));
      }
      // A retry gets there, and what was left for later is done.
      tenant.publish(PATH, NEW);
      new FollowUp(tenant.database(), new CatalogueReader(TestModels.KINDS), new FormulaFills())
          .run(tenant.tenant());
      assertThat(tenant.rows(unfinished(tenant))).as("death %d", n).containsExactly("0", "0", "0");
      tenant
          .versions()
          .rollback(tenant.context(), old, new Approval(tenant.version(), null, true), "again");
      assertThat(tenant.columns(tenant.object("thing"))).isEqualTo(oldColumns);
    }
    assertThat(olds).isGreaterThan(10);
    assertThat(news).isGreaterThan(4);
    assertThat(between).isGreaterThan(15);
  }

  @Test
  void a_column_beside_whose_node_died_is_taken_away_but_none_that_is_still_worked_on() {
    TestTenant tenant = new TestTenant(DATABASE.platform(), DATABASE.tenant("beside")).founded();
    tenant.publish(PATH, OLD);
    ObjectModel thing = tenant.object("thing");
    List<String> before = tenant.columns(thing);
    tenant
        .database()
        .inOwnerTransaction(
            tenant.tenant(),
            transaction ->
                transaction.execute(
                    SqlFragment.of("insert into ")
                        .then(SqlFragment.identifier(thing.schema(), thing.table()))
                        .then(
                            " (id, created_at, created_by, updated_at, updated_by) select gen_random_uuid(), now(), gen_random_uuid(), now(), gen_random_uuid() from generate_series(1, 100000) n")));
    DefaultMetadataPublisher publisher =
        new DefaultMetadataPublisher(
            new DyingDatabase(tenant.database(), 7),
            TestModels.KINDS,
            new DefaultSnapshotRegistry(tenant.database(), TestModels.KINDS),
            new FormulaFills());
    assertThatThrownBy(() ->
            publisher.publish(
                tenant.context(), TestTenant.changes(PATH, NEW), Approval.at(tenant.version())))
        .isInstanceOf(Crash.class);
    assertThat(tenant.columns(thing)).hasSize(before.size() + 1);
    FollowUp worker =
        new FollowUp(tenant.database(), new CatalogueReader(TestModels.KINDS), new FormulaFills());
    tenant
        .database()
        .whileHolding(
            tenant.tenant(),
            Shadow.lock(tenant.tenant()),
            _ -> {
              worker.clear(tenant.tenant());
              assertThat(tenant.columns(thing)).hasSize(before.size() + 1);
              return true;
            });
    worker.clear(tenant.tenant());
    assertThat(tenant.columns(thing)).isEqualTo(before);
    tenant.publish(PATH, NEW);
    assertThat(tenant.columns(tenant.object("thing")))
        .contains(thing(tenant.object("thing"), "numeric(18,2)"));
  }

  private static String thing(ObjectModel thing, String type) {
    return Objects.requireNonNull(thing.field("size")).column().name() + " " + type;
  }

  /// Tasks, invalid indexes, keys that are not validated.
  private static SqlFragment unfinished(TestTenant tenant) {
    SqlIdentifier schema = tenant.tenant().schema();
    return SqlFragment.of("select count(*) from ")
        .then(SqlFragment.identifier(schema, new SqlIdentifier("schema_task")))
        .then(
            """
             union all select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = ?::regnamespace and not i.indisvalid
            union all select count(*) from pg_constraint
            where connamespace = ?::regnamespace and not convalidated
            """,
            schema.name(),
            schema.name());
  }

  private static final class DyingDatabase implements TenantDatabase {
    private final TenantDatabase database;
    private int left;
    private int deathsBetween;

    DyingDatabase(TenantDatabase database, int left) {
      this.database = database;
      this.left = left;
    }

    private void step() {
      if (--left == 0) {
        throw new Crash();
      }
    }

    /// Sends them together, as it is done always; but the session dies between two of them when it
    /// is time.
    private void together(Transaction transaction, List<SqlFragment> statements) {
      int before = left;
      left -= statements.size();
      if (before < 1 || left > 0) {
        transaction.executeAll(statements);
        return;
      }
      List<SqlFragment> mined = new ArrayList<>(statements);
      mined.addAll(
          before - 1,
          List.of(
              SqlFragment.of("reset role"), // its own sessions are all that a login may end
              SqlFragment.of("select pg_terminate_backend(pg_backend_pid(), 5000)")));
      assertThatThrownBy(() -> transaction.executeAll(mined))
          .hasStackTraceContaining("terminating connection due to administrator command");
      deathsBetween++;
      throw new Crash();
    }

    @Override
    public <T> T inTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.inTransaction(tenant, work);
    }

    @Override
    public <T> T inOwnerTransaction(Tenant tenant, Function<Transaction, T> work) {
      T answer =
          database.inOwnerTransaction(
              tenant,
              transaction -> {
                T result = work.apply(watched(transaction));
                step();
                return result;
              });
      step();
      return answer;
    }

    @Override
    public <T> T outsideTransaction(Tenant tenant, Function<Transaction, T> work) {
      T answer = database.outsideTransaction(tenant, statements -> work.apply(watched(statements)));
      step();
      return answer;
    }

    @Override
    public <T> T whileHolding(Tenant tenant, SqlFragment lock, Function<Transaction, T> work) {
      return database.whileHolding(tenant, lock, work);
    }

    @Override
    public ReadSession reading(Tenant tenant) {
      return database.reading(tenant);
    }

    private Transaction watched(Transaction transaction) {
      return new Transaction() {
        @Override
        public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
          step();
          return transaction.query(statement, decoder);
        }

        @Override
        public int execute(SqlFragment statement) {
          step();
          return transaction.execute(statement);
        }

        @Override
        public void executeAll(List<SqlFragment> statements) {
          together(transaction, statements);
        }

        @Override
        public void afterCommit(Runnable work) {
          transaction.afterCommit(work);
        }
      };
    }
  }
}
