package dev.huozi.platform.tenant.store;

import dev.huozi.platform.database.ControlDatabase;
import dev.huozi.platform.dump.CopyProgress;
import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.DumpDigest;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.TenantJob;
import dev.huozi.platform.tenant.TenantJob.Kind;
import dev.huozi.platform.tenant.TenantJob.Problem;
import dev.huozi.platform.tenant.TenantJobs;
import dev.huozi.platform.tenant.TenantLife;
import dev.huozi.platform.value.RecordIds;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Jobs with their state in the control plane.
public final class StoredTenantJobs implements TenantJobs {
  private static final Logger LOG = Logger.getLogger(StoredTenantJobs.class);
  private static final long BEAT_MILLIS = 1_000;
  private static final int SHOWN_ISSUES = 10;
  private static final Messages MESSAGES = new Messages();

  private final JobStore store;
  private final TenantLife life;

  public StoredTenantJobs(ControlDatabase control, TenantLife life) {
    this.store = new JobStore(control);
    this.life = life;
  }

  @Override
  public TenantJob start(Kind kind, String code, @Nullable String origin, Work work) {
    sweep();
    UUID id = RecordIds.next();
    if (!store.insert(id, kind, code, origin)) {
      throw new ProblemException(PlatformError.TENANT_JOB_RUNNING, "code", code);
    }
    Running running = new Running(id, kind, code, work);
    Thread.ofVirtual().name("tenant-job-" + code).start(running);
    return Objects.requireNonNull(store.find(id));
  }

  /// A job on this node, with a second thread that tells how far it is.
  private final class Running implements Runnable, CopyProgress {
    private final UUID id;
    private final Kind kind;
    private final String code;
    private final Work work;
    private volatile Step step = Step.MEASURING;
    private volatile int percent;
    private volatile long rows;
    private volatile long total;
    private volatile @Nullable DumpDigest digest;
    private volatile boolean over;
    private volatile boolean dead;

    Running(UUID id, Kind kind, String code, Work work) {
      this.id = id;
      this.kind = kind;
      this.code = code;
      this.work = work;
    }

    @Override
    public void at(Step now, long doneNow, long totalNow) {
      if (dead) {
        throw new ProblemException(PlatformError.TENANT_JOB_INTERRUPTED);
      }
      step = now;
      percent = now.percent(doneNow, totalNow);
      if (now == Step.COPYING) {
        rows = doneNow;
        total = totalNow;
      }
    }

    @Override
    public void digested(DumpDigest found) {
      digest = found;
    }

    @Override
    public void run() {
      Thread heart = Thread.ofVirtual().name("tenant-job-heart-" + code).start(this::beat);
      Problem problem = null;
      try {
        work.run(this);
      } catch (ProblemException refused) {
        problem = problem(refused);
      } catch (Exception e) {
        LOG.errorf(e, "Tenant job failed: kind=%s tenant=%s job=%s", kind, code, id);
        problem = problem(new ProblemException(PlatformError.INTERNAL));
      }
      over = true;
      heart.interrupt();
      store.beat(id, step, percent, rows, total);
      store.end(id, problem, problem == null ? digest : null);
      LOG.infof(
          "Tenant job ended: kind=%s tenant=%s problem=%s",
          kind, code, problem == null ? "-" : problem.code());
    }

    private void beat() {
      while (!over) {
        try {
          Thread.sleep(BEAT_MILLIS);
          if (!over && !store.beat(id, step, percent, rows, total)) {
            dead = true;
            return;
          }
        } catch (InterruptedException _) {
          return;
        } catch (RuntimeException e) {
          LOG.debugf(e, "A heartbeat was not written: job=%s", id);
        }
      }
    }
  }

  private static Problem problem(ProblemException refused) {
    return new Problem(
        refused.code().name(), worded(refused, Locale.CHINESE), worded(refused, Locale.ENGLISH));
  }

  private static String worded(ProblemException refused, Locale locale) {
    StringBuilder text = new StringBuilder(MESSAGES.describe(refused, locale));
    refused.issues().stream()
        .limit(SHOWN_ISSUES)
        .forEach(issue ->
            text.append('\n')
                .append(issue.subject())
                .append(": ")
                .append(MESSAGES.describe(issue, locale)));
    return text.toString();
  }

  @Override
  public @Nullable TenantJob find(UUID id) {
    return store.find(id);
  }

  @Override
  public @Nullable TenantJob newest(String code) {
    return store.newest(code);
  }

  @Override
  public List<TenantJob> of(String origin) {
    return store.of(origin);
  }

  @Override
  public void sweep() {
    store.bury(problem(new ProblemException(PlatformError.TENANT_JOB_INTERRUPTED)));
    for (String code : store.orphans()) {
      try {
        life.delete(code);
        LOG.warnf("A half tenant was removed: tenant=%s", code);
      } catch (RuntimeException e) {
        LOG.warnf(e, "A half tenant could not be removed, it will be tried again: tenant=%s", code);
      }
    }
  }
}
