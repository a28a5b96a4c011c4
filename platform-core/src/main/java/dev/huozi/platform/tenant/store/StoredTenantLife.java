package dev.huozi.platform.tenant.store;

import dev.huozi.platform.database.ControlDatabase;
import dev.huozi.platform.database.ControlPlane;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.dump.DumpManifest.DumpedAccount;
import dev.huozi.platform.dump.DumpManifest.PackVersion;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.TenantLife;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The life of tenants in the control plane and in their schemas.
public final class StoredTenantLife implements TenantLife {
  private static final SqlFragment KNOWN =
      SqlFragment.of(
          """
          select id, code, name, zone, currency, sort_collation, locale, schema_version, origin, state, created_at,
            copied_version
          from huozi.tenant\
          """);

  private final ControlDatabase control;
  private final ControlPlane plane;
  private final StoredTenants tenants;
  private final TenantSchemas schemas;

  public StoredTenantLife(ControlDatabase control, ControlPlane plane, StoredTenants tenants) {
    this.control = control;
    this.plane = plane;
    this.tenants = tenants;
    this.schemas = tenants.schemas();
  }

  @Override
  public Tenant beginCopy(NewTenant wanted, @Nullable String origin) {
    StoredTenants.check(wanted);
    Long id =
        control.inTransaction(transaction ->
            transaction.queryOne(
                SqlFragment.of(
                    """
                    insert into huozi.tenant
                      (id, code, name, zone, currency, sort_collation, locale, state, origin)
                    values (nextval('huozi.tenant_id'), ?, ?, ?, ?, ?, ?, 'COPYING', ?)
                    on conflict (code) do nothing returning id
                    """,
                    wanted.code(),
                    wanted.name(),
                    wanted.zone().getId(),
                    wanted.currency(),
                    wanted.sortCollation().name(),
                    wanted.locale().toLanguageTag(),
                    origin),
                row -> row.longInteger(0)));
    if (id == null) {
      throw new ProblemException(PlatformError.TENANT_CODE_TAKEN, "code", wanted.code());
    }
    Known begun = Objects.requireNonNull(find(wanted.code()));
    schemas.create(begun.tenant());
    return tenants.ready(begun.tenant(), null);
  }

  @Override
  public void open(
      Tenant copy,
      long metadataVersion,
      List<DumpedAccount> logins,
      Map<UUID, UUID> accounts,
      List<PackVersion> packs) {
    control.inTransaction(transaction -> {
      open(transaction, copy, metadataVersion);
      transaction.execute(
          SqlFragment.of(
              "update huozi.tenant_metadata set version = ? where tenant_id = ?",
              metadataVersion,
              copy.id()));
      packs.forEach(one -> add(transaction, copy, one));
      logins.forEach(login -> add(transaction, copy, login, accounts));
      return true;
    });
  }

  /// A copy that was given up in the meantime stays closed.
  private static void open(Transaction transaction, Tenant copy, long version) {
    int opened =
        transaction.execute(
            SqlFragment.of(
                """
                update huozi.tenant set state = 'ACTIVE', copied_version = ?
                where id = ? and state = 'COPYING'
                """,
                version,
                copy.id()));
    if (opened == 0) {
      throw new ProblemException(PlatformError.TENANT_JOB_INTERRUPTED);
    }
  }

  private static void add(Transaction transaction, Tenant tenant, PackVersion one) {
    transaction.execute(
        SqlFragment.of(
            "insert into huozi.tenant_pack (tenant_id, pack, version) values (?, ?, ?)",
            tenant.id(),
            one.pack(),
            one.version()));
  }

  private static void add(
      Transaction transaction, Tenant tenant, DumpedAccount login, Map<UUID, UUID> accounts) {
    transaction.execute(
        SqlFragment.of(
            """
            insert into huozi.account (id, tenant_id, user_id, user_name, display_name, role, active, locale,
              password_hash, credentials_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """,
            Objects.requireNonNull(accounts.get(login.id())),
            tenant.id(),
            login.userId(),
            login.userName(),
            login.displayName(),
            login.role(),
            login.active(),
            login.locale(),
            login.passwordHash()));
  }

  @Override
  public List<DumpedAccount> logins(Tenant tenant) {
    return control.inTransaction(transaction ->
        transaction.query(
            SqlFragment.of(
                """
                select id, user_id, user_name, display_name, role, active, locale, password_hash
                from huozi.account where tenant_id = ? order by id
                """,
                tenant.id()),
            row ->
                new DumpedAccount(
                    Objects.requireNonNull(row.uuid(0)),
                    Objects.requireNonNull(row.uuid(1)),
                    text(row, 2),
                    text(row, 3),
                    text(row, 4),
                    Boolean.TRUE.equals(row.bool(5)),
                    row.text(6),
                    text(row, 7))));
  }

  @Override
  public List<PackVersion> packs(Tenant tenant) {
    return control.inTransaction(transaction ->
        transaction.query(
            SqlFragment.of(
                "select pack, version from huozi.tenant_pack where tenant_id = ? order by pack",
                tenant.id()),
            row -> new PackVersion(text(row, 0), text(row, 1))));
  }

  @Override
  public String schemaVersion() {
    return plane.migrations().tenantVersion();
  }

  @Override
  public @Nullable Known find(String code) {
    List<Known> found = known(SqlFragment.of(" where code = ?", code));
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public Tenant whole(String code) {
    Known known = find(code);
    if (known == null || known.state() != State.ACTIVE && known.state() != State.SUSPENDED) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    return tenants.ready(known.tenant(), known.schemaVersion());
  }

  @Override
  public List<Known> list() {
    return known(SqlFragment.of(" order by code"));
  }

  @Override
  public List<Known> sandboxes(String origin) {
    return known(SqlFragment.of(" where origin = ? order by created_at, id", origin));
  }

  private List<Known> known(SqlFragment condition) {
    return control.inTransaction(
        transaction -> transaction.query(KNOWN.then(condition), this::known));
  }

  private Known known(Row row) {
    TenantRow tenant =
        new TenantRow(
            Objects.requireNonNull(row.longInteger(0)),
            text(row, 1),
            text(row, 2),
            text(row, 3),
            text(row, 4),
            SortCollation.valueOf(text(row, 5)),
            text(row, 6),
            row.text(7),
            row.text(8));
    return new Known(
        tenant.tenant(plane.installation()),
        State.valueOf(text(row, 9)),
        Objects.requireNonNull(row.instant(10)),
        row.longInteger(11),
        row.text(7));
  }

  private static String text(Row row, int column) {
    return Objects.requireNonNull(row.text(column));
  }

  @Override
  public void delete(String code) {
    sandboxes(code).forEach(sandbox -> delete(sandbox.tenant().code()));
    Known known = find(code);
    if (known == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    control.inTransaction(transaction ->
        transaction.execute(
            SqlFragment.of(
                "update huozi.tenant set state = 'DELETING' where id = ?", known.tenant().id())));
    remove(known.tenant());
  }

  @Override
  public void abandon(Tenant copy) {
    int begun =
        control.inTransaction(transaction ->
            transaction.execute(
                SqlFragment.of(
                    """
                    update huozi.tenant set state = 'DELETING'
                    where id = ? and state in ('COPYING', 'DELETING')
                    """,
                    copy.id())));
    if (begun > 0) {
      remove(copy);
    }
  }

  private void remove(Tenant tenant) {
    schemas.drop(tenant);
    tenants.forget(tenant);
  }
}
