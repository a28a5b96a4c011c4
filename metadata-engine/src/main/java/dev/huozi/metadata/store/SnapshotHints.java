package dev.huozi.metadata.store;

import dev.huozi.platform.notification.Notifications;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.Tenants;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Loads a new snapshot when another node tells of a publication, so that the first request does
/// not wait for it. Hints only: a lost message costs that one wait.
@Singleton
public final class SnapshotHints {
  private static final Logger LOG = Logger.getLogger(SnapshotHints.class);

  private final Notifications notifications;
  private final Tenants tenants;
  private final DefaultSnapshotRegistry registry;

  SnapshotHints(Notifications notifications, Tenants tenants, DefaultSnapshotRegistry registry) {
    this.notifications = notifications;
    this.tenants = tenants;
    this.registry = registry;
  }

  void listen(@Observes StartupEvent start) {
    notifications.subscribe(Notifications.METADATA, this::heard, () -> {});
  }

  private void heard(String message) {
    try {
      int colon = message.indexOf(':');
      long tenantId = Long.parseLong(message.substring(0, colon));
      Tenant tenant = registry.knows(tenantId) ? tenants.find(tenantId) : null;
      if (tenant != null) {
        registry.hint(tenant, Long.parseLong(message.substring(colon + 1)));
      }
    } catch (RuntimeException e) {
      LOG.debugf(e, "A hint was not understood or came too early: message=%s", message);
    }
  }
}
