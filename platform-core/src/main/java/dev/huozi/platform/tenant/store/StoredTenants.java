package dev.huozi.platform.tenant.store;

import dev.huozi.platform.database.ControlPlane;
import dev.huozi.platform.database.Doors;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.store.ControlStore;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.Tenants;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tenants of the control plane. Each one's schema is brought up to date when this program
/// meets it first.
public final class StoredTenants implements Tenants {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final int LONGEST_NAME = 200;

  private final TenantStore store;
  private final TenantSchemas schemas;
  private final ControlPlane plane;

  /// Tenants whose schema this program has found or made complete.
  private final Map<Long, Boolean> upToDate = new ConcurrentHashMap<>();

  public StoredTenants(ControlStore store, Doors doors, ControlPlane plane) {
    this.store = new TenantStore(store);
    this.schemas = new TenantSchemas(doors.control(), doors.tenants(), plane);
    this.plane = plane;
  }

  @Override
  public Tenant create(NewTenant wanted) {
    check(wanted);
    TenantRow row = store.begin(wanted);
    schemas.create(of(row));
    Tenant tenant = ready(row);
    store.complete(tenant.id());
    return tenant;
  }

  static void check(NewTenant wanted) {
    if (!CODE.matcher(wanted.code()).matches()) {
      throw new ProblemException(PlatformError.TENANT_CODE_INVALID, "code", wanted.code());
    }
    if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
      throw new ProblemException(PlatformError.TENANT_NAME_INVALID, "maximum", LONGEST_NAME);
    }
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(wanted.currency()));
    if (!known) {
      throw new ProblemException(
          PlatformError.TENANT_CURRENCY_INVALID, "currency", wanted.currency());
    }
  }

  @Override
  public @Nullable Tenant find(String code) {
    TenantRow row = store.findActive(code);
    return row == null ? null : ready(row);
  }

  @Override
  public @Nullable Tenant find(long id) {
    TenantRow row = store.findActive(id);
    return row == null ? null : ready(row);
  }

  @Override
  public List<Tenant> list() {
    return store.listActive().stream().map(this::ready).toList();
  }

  @Override
  public void setActive(long id, boolean active) {
    if (!store.setActive(id, active)) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
  }

  /// The tenant of a row, its schema at the version of this program.
  public Tenant ready(TenantRow row) {
    return ready(of(row), row.schemaVersion());
  }

  /// The tenant of a row, whatever the version of its schema.
  public Tenant of(TenantRow row) {
    return row.tenant(plane.installation());
  }

  /// True when `ready` answers at once.
  public boolean isReady(TenantRow row) {
    return upToDate.containsKey(row.id());
  }

  Tenant ready(Tenant tenant, @Nullable String schemaVersion) {
    upToDate.computeIfAbsent(tenant.id(), _ -> bringUpToDate(tenant, schemaVersion));
    return tenant;
  }

  TenantSchemas schemas() {
    return schemas;
  }

  void forget(Tenant tenant) {
    upToDate.remove(tenant.id());
  }

  private boolean bringUpToDate(Tenant tenant, @Nullable String schemaVersion) {
    String wanted = plane.migrations().tenantVersion();
    if (!wanted.equals(schemaVersion)) {
      schemas.migrate(tenant);
      store.setSchemaVersion(tenant.id(), wanted);
    }
    return true;
  }
}
