package dev.huozi.record.load.job;

import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.DatabaseFailure;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.RecordService;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.sql.ImportJobRenderer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Takes the jobs of a tenant, one at a time, and works on them.
@Singleton
public final class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class);
  private static final int MOST_ATTEMPTS = 8;
  private static final int LONGEST_PAUSE_SECONDS = 60;

  private final ImportDesk desk;

  public ImportRunner(
      TenantDatabase database,
      SnapshotRegistry snapshots,
      RecordService records,
      Accounts accounts,
      Clock clock) {
    this.desk = new ImportDesk(database, snapshots, records, accounts, clock);
  }

  /// Works on the job that has waited longest, until it ends, is stopped, or fails. False when
  /// there was none.
  public boolean runNext(Tenant tenant) {
    ImportJob job =
        desk.database()
            .inTransaction(
                tenant,
                transaction ->
                    transaction.queryOne(
                        ImportJobRenderer.claim(tenant, ImportDesk.LEASE_SECONDS),
                        ImportJob::read));
    if (job == null) {
      desk.database()
          .inTransaction(
              tenant, transaction -> transaction.execute(ImportJobRenderer.forgetTorsos(tenant)));
      return false;
    }
    run(new ImportHold(desk, tenant, job));
    return true;
  }

  private void run(ImportHold hold) {
    try {
      beatingWork(hold);
    } catch (LeaseLost e) {
      LOG.infof("import=%s is carried on by another node", hold.job().id());
    } catch (ProblemException e) {
      failed(hold, e);
    } catch (DatabaseFailure e) {
      failed(
          hold,
          new ProblemException(
              LoadError.LOAD_ROW_FAILED, Map.of("reason", e.sqlState()), List.of(), e));
    } catch (RuntimeException e) {
      failed(hold, new ProblemException(PlatformError.INTERNAL, Map.of(), List.of(), e));
    }
  }

  private static void beatingWork(ImportHold hold) {
    try (ImportHeart _ = new ImportHeart(hold)) {
      work(hold);
    }
  }

  private static void work(ImportHold hold) {
    switch (hold.state()) {
      case CHECKING -> new ImportTrial(hold).run();
      case RUNNING -> new ImportRun(hold).run();
      case UNDOING -> new ImportUndo(hold).run();
      case PAUSING, CANCELLING -> {
        // Nothing is under way.
      }
      case UPLOADING, READY, CHECKED, PAUSED, CANCELLED, DONE, FAILED, UNDONE ->
          throw new IllegalStateException("A job in state (%s) was taken.".formatted(hold.state()));
    }
    if (hold.state() == ImportState.PAUSING) {
      hold.finish(ImportState.PAUSED, null);
    } else if (hold.state() == ImportState.CANCELLING) {
      hold.finish(ImportState.CANCELLED, null);
    }
  }

  /// What may pass is tried again after a while; what will not ends the job, with the reason.
  private static void failed(ImportHold hold, ProblemException problem) {
    boolean hopeless =
        problem.code().category() == Category.USER
            || problem.code().category() == Category.FORBIDDEN
            || problem.code().category() == Category.NOT_FOUND
            || hold.job().attempts() >= MOST_ATTEMPTS;
    if (problem.code().category() == Category.INTERNAL) {
      LOG.errorf(problem, "import=%s failed", hold.job().id());
    }
    try {
      if (hopeless) {
        hold.finish(ImportState.FAILED, problem);
      } else {
        int pause = Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(hold.job().attempts(), 6));
        hold.postpone(pause, problem);
      }
    } catch (RuntimeException e) {
      LOG.warnf("import=%s could not be put down; its lease will run out", hold.job().id());
    }
  }
}
