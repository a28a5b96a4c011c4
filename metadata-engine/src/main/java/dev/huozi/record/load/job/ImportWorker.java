package dev.huozi.record.load.job;

import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.Tenants;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Carries imports on in the background: those that begin on this node at once, those that another
/// node dropped within a minute.
@Singleton
public final class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final int AT_ONCE = 2;
  private static final int SWEEP_SECONDS = 5;

  /// Where there are many tenants, asking all of them must not be most of the work.
  private static final long MILLIS_A_TENANT = 50;

  private final Tenants tenants;
  private final ImportRunner runner;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  ImportWorker(Tenants tenants, ImportRunner runner) {
    this.tenants = tenants;
    this.runner = runner;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("imports").start(this::sweep);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void sweep() {
    while (!stopped) {
      try {
        List<Tenant> all = tenants.list();
        all.forEach(this::wake);
        TimeUnit.MILLISECONDS.sleep(
            Math.max(TimeUnit.SECONDS.toMillis(SWEEP_SECONDS), all.size() * MILLIS_A_TENANT));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.debug("Tenants could not be asked for imports; the next sweep will", e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(SWEEP_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says that a tenant has a job. Returns at once.
  public void wake(Tenant tenant) {
    if (!stopped && atWork.add(tenant.id())) {
      Thread.ofVirtual().name("imports of " + tenant.code()).start(() -> work(tenant));
    }
  }

  private void work(Tenant tenant) {
    try {
      places.acquire();
      try {
        while (!stopped && runner.runNext(tenant)) {
          // the next one
        }
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debugf(e, "The imports of tenant %s could not be looked at", tenant.code());
    } finally {
      atWork.remove(tenant.id());
    }
  }
}
