package dev.huozi.platform.assembly;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huozi.platform.Platform;
import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.database.TenantCopies;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.notification.Notifications;
import dev.huozi.platform.store.ControlStore;
import dev.huozi.platform.tenant.TenantJobs;
import dev.huozi.platform.tenant.TenantLife;
import dev.huozi.platform.tenant.TenantPacks;
import dev.huozi.platform.tenant.Tenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// The beans of the platform. The database is prepared before the first request.
@Dependent
class PlatformBeans {
  private static final Logger LOG = Logger.getLogger(PlatformBeans.class);

  /// A little longer than a job may be silent.
  private static final Duration CERTAINLY_DEAD = Duration.ofSeconds(12);

  @Produces
  @Singleton
  @Startup
  Platform platform(
      @ConfigProperty(name = "huozi.db.url") String url,
      AgroalDataSource transactions,
      Vertx vertx,
      Mutiny.SessionFactory hibernate) {
    ControlStore store = new ControlStore(hibernate, VertxContextSupport::subscribeAndAwait);
    Platform platform = Platform.start(DatabaseSettings.parse(url), transactions, vertx, store);
    Thread.startVirtualThread(() -> bringTenantsUpToDate(platform));
    Thread.startVirtualThread(() -> sweep(platform));
    return platform;
  }

  /// After an upgrade most tenants are ready before somebody asks for them; who is faster waits for
  /// its own tenant only.
  private static void bringTenantsUpToDate(Platform platform) {
    try {
      platform.tenants().list();
    } catch (RuntimeException e) {
      LOG.error("Not all tenants are up to date; each will be tried again when it is used", e);
    }
  }

  /// Takes away what a server that died has left half done, once that is certain.
  private static void sweep(Platform platform) {
    try {
      Thread.sleep(CERTAINLY_DEAD);
      platform.tenantJobs().sweep();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("Half tenants could not be looked for; that is tried again with the next job", e);
    }
  }

  void close(@Disposes Platform platform) {
    platform.close();
  }

  @Produces
  @Singleton
  TenantDatabase tenantDatabase(Platform platform) {
    return platform.tenantDatabase();
  }

  @Produces
  @Singleton
  Notifications notifications(Platform platform) {
    return platform.notifications();
  }

  @Produces
  @Singleton
  Tenants tenants(Platform platform) {
    return platform.tenants();
  }

  @Produces
  @Singleton
  TenantPacks tenantPacks(Platform platform) {
    return platform.tenantPacks();
  }

  @Produces
  @Singleton
  TenantLife tenantLife(Platform platform) {
    return platform.tenantLife();
  }

  @Produces
  @Singleton
  TenantJobs tenantJobs(Platform platform) {
    return platform.tenantJobs();
  }

  @Produces
  @Singleton
  TenantCopies tenantCopies(Platform platform) {
    return platform.tenantCopies();
  }

  @Produces
  @Singleton
  Accounts accounts(Platform platform) {
    return platform.accounts();
  }

  @Produces
  @Singleton
  Sessions sessions(Platform platform) {
    return platform.sessions();
  }

  /// Quarkus uses it for the bodies of requests and answers too.
  @Produces
  @Singleton
  ObjectMapper objectMapper() {
    return Json.mapper();
  }
}
