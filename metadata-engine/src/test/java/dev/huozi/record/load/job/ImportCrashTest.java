package dev.huozi.record.load.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A node dies at any step of an import; another one goes on. Every row is there exactly once.
@Tag("db")
class ImportCrashTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int ROWS = 2_300;
  private static final String PROFILE =
      """
      {"targets": [
        {"object": "dealer", "key": "code", "distinct": true,
         "columns": [{"column": "dealer", "field": "code"}, {"column": "dealer name", "field": "name"}]},
        {"object": "memo", "columns": [{"column": "text", "field": "text"}]},
        {"object": "store", "key": "email",
         "columns": [{"column": "text", "field": "name"}, {"column": "mail", "field": "email"},
                     {"column": "dealer", "field": "dealer", "by": "code"}]}]}
      """;

  /// What a killed process does: nothing more.
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// Dies before its n-th statement or, where that is the last of its transaction, before or after
  /// the commit.
  private static class DyingDatabase implements TenantDatabase {
    private final TenantDatabase database;
    private int left;
    private int steps;

    DyingDatabase(TenantDatabase database, int left) {
      this.database = database;
      this.left = left;
    }

    private void step() {
      steps++;
      if (--left == 0) {
        throw new Crash();
      }
    }

    @Override
    public <T> T inTransaction(Tenant tenant, Function<Transaction, T> work) {
      T answer =
          database.inTransaction(
              tenant,
              transaction -> {
                T result = work.apply(watched(transaction));
                step();
                return result;
              });
      step();
      return answer;
    }

    private Transaction watched(Transaction transaction) {
      return new Transaction() {
        @Override
        public <R> List<R> query(SqlFragment statement, RowDecoder<R> decoder) {
          step();
          return transaction.query(statement, decoder);
        }

        @Override
        public int execute(SqlFragment statement) {
          step();
          return transaction.execute(statement);
        }

        @Override
        public void afterCommit(Runnable work) {
          transaction.afterCommit(work);
        }
      };
    }

    @Override
    public <T> T inOwnerTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.inOwnerTransaction(tenant, work);
    }

    @Override
    public <T> T outsideTransaction(Tenant tenant, Function<Transaction, T> work) {
      return database.outsideTransaction(tenant, work);
    }

    @Override
    public <T> T whileHolding(Tenant tenant, SqlFragment lock, Function<Transaction, T> work) {
      return database.whileHolding(tenant, lock, work);
    }

    @Override
    public ReadSession reading(Tenant tenant) {
      ReadSession session = database.reading(tenant);
      return new ReadSession() {
        @Override
        public <R> List<R> query(SqlFragment statement, RowDecoder<R> decoder) {
          step();
          return session.query(statement, decoder);
        }
      };
    }
  }

  private static String file(int number) {
    StringBuilder rows = new StringBuilder("text,mail,dealer,dealer name\n");
    for (int i = 0; i < ROWS; i++) {
      String mail = i % 400 == 399 ? "nonsense" : "m%d-%d@x.cn".formatted(number, i);
      rows.append("t%d,%s,D%d-%d,Dealer\n".formatted(i, mail, number, i % 7));
    }
    return rows.toString();
  }

  @Test
  void a_death_before_or_after_any_statement_or_commit_loses_and_repeats_nothing() {
    ImportBench bench = new ImportBench(DATABASE, "crash");
    int bad = ROWS / 400;
    int number = 0;
    int steps = Integer.MAX_VALUE;
    for (int at = 1; at <= steps; at++, number++) {
      UUID id = bench.upload(file(number), PROFILE);
      bench.start(id);
      DyingDatabase dying = new DyingDatabase(bench.database(), at);
      boolean crashed = false;
      try {
        bench.runner(dying).runNext(bench.tenant);
      } catch (Crash e) {
        crashed = true;
      }
      if (!crashed) {
        assertThat(bench.job(id))
            .as("the import that nothing happened to, after step %d", at)
            .extracting(ImportJob::state, ImportJob::problem)
            .containsExactly(ImportState.DONE, null);
        steps = dying.steps;
        break;
      }
      bench.expireLeases();
      ImportJob done = bench.work(id);
      assertThat(done.state()).as("step %d", at).isEqualTo(ImportState.DONE);
      assertThat(done.tally().position()).as("step %d", at).isEqualTo(ROWS);
      assertThat(done.tally().refused()).as("step %d", at).isEqualTo(bad);
      assertThat(done.tally().records())
          .as("step %d", at)
          .containsEntry("dealer", new ImportJob.Count(7, 0, 0))
          .containsEntry("memo", new ImportJob.Count(ROWS - bad, 0, 0))
          .containsEntry("store", new ImportJob.Count(ROWS - bad, 0, 0));
      assertThat(bench.lines(id)).as("step %d", at).hasSize(bad);
    }
    assertThat(steps).as("steps of one import").isGreaterThan(30);
    int files = number + 1;
    assertThat(bench.records.count("memo")).isEqualTo((long) files * (ROWS - bad));
    assertThat(bench.records.count("store")).isEqualTo((long) files * (ROWS - bad));
    assertThat(bench.records.count("dealer")).isEqualTo(7L * files);
  }

  @Test
  void a_holder_that_lost_its_lease_without_knowing_commits_nothing() {
    ImportBench bench = new ImportBench(DATABASE, "zombie");
    UUID id = bench.upload(file(0), PROFILE);
    bench.start(id);
    boolean[] overtaken = {false};
    TenantDatabase slow =
        new DyingDatabase(bench.database(), -1) {
          @Override
          public <T> T inTransaction(Tenant tenant, Function<Transaction, T> work) {
            if (!overtaken[0] && bench.job(id).tally().position() == 1_000) {
              // It sleeps; another node takes the job and finishes it.
              overtaken[0] = true;
              bench.expireLeases();
              bench.work(id);
            }
            return super.inTransaction(tenant, work);
          }
        };
    bench.runner(slow).runNext(bench.tenant);
    assertThat(overtaken[0]).isTrue();
    assertThat(bench.job(id).state()).isEqualTo(ImportState.DONE);
    assertThat(bench.records.count("memo")).isEqualTo(ROWS - ROWS / 400);
    assertThat(bench.job(id).tally().records())
        .containsEntry("memo", new ImportJob.Count(ROWS - ROWS / 400, 0, 0));
  }
}
