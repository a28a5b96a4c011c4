package dev.huozi.metadata;

import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.DefaultMetadataPublisher;
import dev.huozi.metadata.change.DefaultMetadataVersions;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.pack.DefaultPackDeployer;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.store.CatalogueReader;
import dev.huozi.metadata.store.DefaultSnapshotRegistry;
import dev.huozi.platform.Platform;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.TenantPacks;
import dev.huozi.record.seed.DefaultSeedLoader;
import dev.huozi.record.service.DefaultRecordService;
import dev.huozi.record.service.FormulaFills;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/// A tenant on a real database, as one node sees it: publishes, applies packs, reads snapshots.
public final class TestTenant {
  private final Tenant tenant;
  private final TenantDatabase database;
  private final TenantPacks packs;
  private final DefaultSnapshotRegistry registry;
  private final DefaultMetadataPublisher publisher;
  private final DefaultPackDeployer deployer;

  public TestTenant(Platform node, Tenant tenant) {
    this.tenant = tenant;
    this.database = node.tenantDatabase();
    this.packs = node.tenantPacks();
    this.registry = new DefaultSnapshotRegistry(database, TestModels.KINDS);
    this.publisher =
        new DefaultMetadataPublisher(database, TestModels.KINDS, registry, new FormulaFills());
    this.deployer =
        new DefaultPackDeployer(
            publisher,
            TestModels.KINDS,
            node.tenantPacks(),
            new DefaultSeedLoader(
                new DefaultRecordService(database, registry), registry, database));
  }

  /// With the system pack installed, as every tenant is.
  public TestTenant founded() {
    deployer.apply(context(), SystemPack.read(TestModels.KINDS));
    return this;
  }

  public DefaultMetadataVersions versions() {
    return new DefaultMetadataVersions(database, TestModels.KINDS, publisher, packs);
  }

  /// Applies a pack. Returns the new version.
  public long apply(Pack pack) {
    return deployer.apply(context(), pack);
  }

  public Tenant tenant() {
    return tenant;
  }

  public TenantDatabase database() {
    return database;
  }

  public DefaultSnapshotRegistry registry() {
    return registry;
  }

  public DefaultMetadataPublisher publisher() {
    return publisher;
  }

  public DefaultPackDeployer deployer() {
    return deployer;
  }

  /// An administrator's request at the present version.
  public RequestContext context() {
    return context(Principal.Role.ADMIN);
  }

  public RequestContext context(Principal.Role role) {
    Principal principal = new Principal(new UUID(0, 1), new UUID(0, 2), "tester", role);
    return new RequestContext(
        tenant, principal, version(), Locale.CHINESE, tenant.zone(), Clock.systemUTC(), "test");
  }

  public long version() {
    return CatalogueReader.version(database.reading(tenant), tenant);
  }

  public MetadataSnapshot snapshot() {
    return registry.current(tenant, version());
  }

  public ObjectModel object(String name) {
    return Objects.requireNonNull(snapshot().object(name), name);
  }

  /// Puts the components of these pack files (see `TestModels.files`) as the tenant's own, at the
  /// present version.
  public long publish(String... pathsAndTexts) {
    return publisher.publish(context(), changes(pathsAndTexts), Approval.at(version()));
  }

  public static ChangeList changes(String... pathsAndTexts) {
    return new ChangeList(List.copyOf(TestModels.pack(pathsAndTexts).components()), "test");
  }

  public long remove(MetadataChange.Remove... removals) {
    return publisher.publish(
        context(),
        new ChangeList(List.copyOf(Arrays.asList(removals)), "test"),
        Approval.at(version()));
  }

  /// The rows of a query under the runtime role, columns joined by ` | `.
  public List<String> rows(SqlFragment query) {
    return database.inTransaction(
        tenant,
        transaction ->
            transaction.query(
                query,
                row -> {
                  StringBuilder line = new StringBuilder();
                  for (int i = 0; i < row.size(); i++) {
                    line.append(i > 0 ? " | " : "").append(row.text(i));
                  }
                  return line.toString();
                }));
  }

  /// The columns of an object's table: name, type, and `not null` where it is.
  public List<String> columns(ObjectModel object) {
    return rows(
        SqlFragment.of(
            """
            select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
              || case when a.attnotnull then ' not null' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ? and a.attnum > 0 and not a.attisdropped order by a.attnum
            """,
            object.schema().name(),
            object.table().name()));
  }

  /// Writes one row, all required columns given.
  public UUID insert(ObjectModel object, SqlFragment columns, SqlFragment values) {
    UUID id = UUID.randomUUID();
    SqlFragment statement =
        SqlFragment.of("insert into ")
            .then(SqlFragment.identifier(object.schema(), object.table()))
            .then(" (id, created_at, created_by, updated_at, updated_by")
            .then(columns)
            .then(") values (?, now(), ?, now(), ?", id, id, id)
            .then(values)
            .then(")");
    database.inTransaction(tenant, transaction -> transaction.execute(statement));
    return id;
  }
}
