package dev.huozi.platform;

import dev.huozi.platform.database.ControlPlane;
import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.database.Doors;
import dev.huozi.platform.database.TenantCopies;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.identity.Passwords;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.identity.store.StoredAccounts;
import dev.huozi.platform.identity.store.StoredSessions;
import dev.huozi.platform.notification.Notifications;
import dev.huozi.platform.store.ControlStore;
import dev.huozi.platform.tenant.TenantJobs;
import dev.huozi.platform.tenant.TenantLife;
import dev.huozi.platform.tenant.TenantPacks;
import dev.huozi.platform.tenant.Tenants;
import dev.huozi.platform.tenant.store.StoredTenantJobs;
import dev.huozi.platform.tenant.store.StoredTenantLife;
import dev.huozi.platform.tenant.store.StoredTenantPacks;
import dev.huozi.platform.tenant.store.StoredTenants;
import io.vertx.core.Vertx;
import javax.sql.DataSource;

/// The parts of the platform on one database, put together by hand: the same in a server and in a
/// test.
public final class Platform implements AutoCloseable {
  private final Doors doors;
  private final StoredTenants tenants;
  private final TenantPacks packs;
  private final TenantLife life;
  private final TenantJobs jobs;
  private final Accounts accounts;
  private final Sessions sessions;

  private Platform(ControlPlane plane, Doors doors, ControlStore store) {
    Passwords passwords = new Passwords();
    this.doors = doors;
    this.tenants = new StoredTenants(store, doors, plane);
    this.packs = new StoredTenantPacks(store);
    this.life = new StoredTenantLife(doors.control(), plane, tenants);
    this.jobs = new StoredTenantJobs(doors.control(), life);
    this.accounts = new StoredAccounts(store, passwords);
    this.sessions = new StoredSessions(doors.control(), tenants, passwords);
  }

  /// Checks the database, brings the control plane up to date and opens the doors.
  ///
  /// @param transactions a pool over `DatabaseSettings.jdbcUrl`; stays the caller's, as do the
  ///   others
  public static Platform start(
      DatabaseSettings settings, DataSource transactions, Vertx vertx, ControlStore store) {
    ControlPlane plane = ControlPlane.prepare(settings);
    return new Platform(plane, Doors.open(settings, transactions, vertx), store);
  }

  public TenantDatabase tenantDatabase() {
    return doors.tenants();
  }

  public Notifications notifications() {
    return doors.notifications();
  }

  public Tenants tenants() {
    return tenants;
  }

  public TenantPacks tenantPacks() {
    return packs;
  }

  public TenantLife tenantLife() {
    return life;
  }

  public TenantJobs tenantJobs() {
    return jobs;
  }

  public TenantCopies tenantCopies() {
    return doors.copies();
  }

  public Accounts accounts() {
    return accounts;
  }

  public Sessions sessions() {
    return sessions;
  }

  /// See `Doors.roleSwitches`.
  public long roleSwitches() {
    return doors.roleSwitches();
  }

  @Override
  public void close() {
    doors.close();
  }
}
