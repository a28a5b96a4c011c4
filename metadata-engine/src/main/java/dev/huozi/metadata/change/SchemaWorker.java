package dev.huozi.metadata.change;

import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.store.CatalogueReader;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.tenant.Tenants;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Finds steps that publications left for later and that nobody has done, because a node died or
/// something stood in the way: at the start, and every minute.
@Singleton
final class SchemaWorker {
  private static final Logger LOG = Logger.getLogger(SchemaWorker.class);
  private static final int PAUSE_SECONDS = 60;

  private final Tenants tenants;
  private final FollowUp followUp;
  private volatile boolean stopped;

  SchemaWorker(Tenants tenants, TenantDatabase database, MetadataKinds kinds, FieldFills fills) {
    this.tenants = tenants;
    this.followUp = new FollowUp(database, new CatalogueReader(kinds), fills);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("schema steps").start(this::sweep);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void sweep() {
    try {
      while (!stopped) {
        sweepOnce();
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweepOnce() {
    try {
      tenants
          .list()
          .forEach(tenant -> {
            if (!stopped) {
              followUp.clear(tenant);
            }
          });
    } catch (RuntimeException e) {
      LOG.debug("Tenants could not be asked for schema steps; the next sweep will", e);
    }
  }
}
