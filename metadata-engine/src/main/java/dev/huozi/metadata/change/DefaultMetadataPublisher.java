package dev.huozi.metadata.change;

import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.MetadataFence;
import dev.huozi.metadata.schema.StoredTableFacts;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotCompiler;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.CatalogueReader;
import dev.huozi.metadata.store.CatalogueWriter;
import dev.huozi.metadata.store.PackReleases;
import dev.huozi.metadata.store.PackWriter;
import dev.huozi.metadata.store.WorkSigns;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Publishes: the plan is made from the catalogue at the base version; then, alone with the tenant,
/// the catalogue's rows and the DDL go into one transaction. What may take long follows in
/// transactions of its own.
@Singleton
public final class DefaultMetadataPublisher implements MetadataPublisher {
  /// Statements that only touch PostgreSQL's catalogue take a millisecond or less.
  private static final int SIGN_EVERY = 25;

  private final TenantDatabase database;
  private final MetadataKinds kinds;
  private final CatalogueReader reader;
  private final FollowUp followUp;
  private final FieldFills fills;
  private final SnapshotRegistry snapshots;

  public DefaultMetadataPublisher(
      TenantDatabase database, MetadataKinds kinds, SnapshotRegistry snapshots, FieldFills fills) {
    this.database = database;
    this.kinds = kinds;
    this.reader = new CatalogueReader(kinds);
    this.followUp = new FollowUp(database, reader, fills);
    this.fills = fills;
    this.snapshots = snapshots;
  }

  @Override
  public DeployPlan plan(RequestContext context, ChangeList changes) {
    return prepare(context, catalogue(context), changes, null).plan();
  }

  @Override
  public long publish(RequestContext context, ChangeList changes, Approval approval) {
    Catalogue catalogue = catalogue(context);
    checkBase(catalogue, approval);
    return publish(context, prepare(context, catalogue, changes, null), changes.reason(), approval);
  }

  /// The catalogue as it is now.
  public Catalogue catalogue(RequestContext context) {
    requireAdministrator(context.principal());
    return reader.read(database.reading(context.tenant()), context.tenant());
  }

  /// Checks and plans a change list against the catalogue. Throws one problem with all issues.
  ///
  /// @param release the pack that publishes, null for the tenant itself
  public Publication prepare(
      RequestContext context,
      Catalogue catalogue,
      ChangeList changes,
      @Nullable PackRelease release) {
    Publication publication = planner(context).plan(catalogue, changes, release);
    Issues issues = new Issues();
    new FormulaProof(
            database.reading(context.tenant()),
            context.tenant(),
            snapshot(context, publication, true),
            context.now())
        .check(snapshot(context, publication, false), issues);
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    return publication;
  }

  Planner planner(RequestContext context) {
    requireAdministrator(context.principal());
    Tenant tenant = context.tenant();
    ReadSession session = database.reading(tenant);
    return new Planner(kinds, tenant, new StoredTableFacts(session, tenant.schema()), fills);
  }

  /// The files that a release of a pack was installed from; none when it is not known.
  public Map<String, String> releaseFiles(RequestContext context, String digest) {
    Tenant tenant = context.tenant();
    return PackReleases.files(database.reading(tenant), tenant, digest);
  }

  /// The compiled model that a publication starts from, or the one it makes.
  public MetadataSnapshot snapshot(RequestContext context, Publication publication, boolean after) {
    Catalogue before = publication.before();
    return SnapshotCompiler.compile(
        context.tenant().schema(),
        before.version(),
        after ? publication.after() : before.model(),
        after ? publication.physical() : before.physical());
  }

  /// Publishes what was prepared. Returns the new version, or the base version when nothing
  /// differs.
  public long publish(
      RequestContext context, Publication publication, String reason, Approval approval) {
    requireAdministrator(context.principal());
    checkBase(publication.before(), approval);
    checkPlan(publication.plan(), approval);
    long base = publication.plan().baseVersion();
    if (publication.plan().isEmpty()) {
      return base;
    }
    Tenant tenant = context.tenant();
    // Rows that no longer fit may have come since the plan: then the database refuses, and all of
    // it is undone.
    long version =
        new Backfill(database, tenant)
            .around(
                publication.shadows(),
                () ->
                    database.inOwnerTransaction(
                        tenant, transaction -> apply(context, publication, reason, transaction)));
    snapshots.published(
        tenant,
        SnapshotCompiler.compile(
            tenant.schema(), version, publication.after(), publication.physical()));
    if (publication.leavesWork()) {
      followUp.run(tenant);
    }
    return version;
  }

  private static void checkBase(Catalogue catalogue, Approval approval) {
    if (catalogue.version() != approval.baseVersion()) {
      throw stale(approval.baseVersion(), catalogue.version());
    }
  }

  private static void checkPlan(DeployPlan plan, Approval approval) {
    if (approval.digest() != null && !approval.digest().equals(plan.digest())) {
      throw new ProblemException(MetadataError.METADATA_PLAN_CHANGED);
    }
    if (!approval.destroy()) {
      Issues issues = new Issues();
      plan.losses()
          .forEach(loss -> issues.error(lossCode(loss), loss.subject(), "rows", loss.rows()));
      issues.throwIfErrors(MetadataError.METADATA_DESTRUCTIVE);
    }
  }

  private static MetadataError lossCode(Loss loss) {
    return loss.path().isEmpty() ? MetadataError.RECORDS_LOST : MetadataError.VALUES_LOST;
  }

  private static long apply(
      RequestContext context, Publication publication, String reason, Transaction transaction) {
    Tenant tenant = context.tenant();
    Catalogue before = publication.before();
    MetadataFence.enterAlone(transaction, tenant);
    for (SqlFragment query : publication.mustBeEmpty()) {
      if (!transaction.query(query, row -> true).isEmpty()) {
        throw new ProblemException(MetadataError.METADATA_PLAN_CHANGED);
      }
    }
    long version = advance(transaction, tenant, before.version());
    transaction.executeAll(rows(context, publication, reason, version));
    transaction.executeAll(ddl(tenant, publication.statements()));
    return version;
  }

  /// What changes in the catalogue.
  private static List<SqlFragment> rows(
      RequestContext context, Publication publication, String reason, long version) {
    Tenant tenant = context.tenant();
    Catalogue before = publication.before();
    List<SqlFragment> rows = new ArrayList<>();
    CatalogueWriter writer = new CatalogueWriter(rows::add, tenant, version);
    writer.version(
        context.principal(),
        reason,
        publication.pack(),
        publication.packVersion(),
        publication.planJson());
    writer.components(before.model(), publication.after());
    writer.physical(before.physical(), publication.physical());
    PackWriter packs = new PackWriter(rows::add, tenant, version);
    packs.write(before.packs(), publication.packs());
    PackRelease release = publication.release();
    if (release != null && !release.isRemoval()) {
      packs.release(release.pack(), release.version(), release.digest(), release.files());
    }
    writer.tasks(publication.statements());
    return rows;
  }

  /// The statements of the schema, and between them signs of how far it is: before each that
  /// touches rows, and now and then.
  private static List<SqlFragment> ddl(Tenant tenant, List<DdlStatement> statements) {
    List<DdlStatement> now =
        statements.stream().filter(statement -> statement.later() == null).toList();
    List<SqlFragment> all = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      DdlStatement statement = now.get(i);
      if (statement.rows() > 0 || i % SIGN_EVERY == 0) {
        all.add(WorkSigns.publishing(tenant, i + 1, now.size()));
      }
      all.add(statement.sql());
    }
    return all;
  }

  private static long advance(Transaction transaction, Tenant tenant, long expected) {
    Long advanced = CatalogueWriter.advance(transaction, tenant, expected);
    if (advanced == null) {
      throw stale(expected, MetadataFence.version(transaction, tenant));
    }
    return advanced;
  }

  static void requireAdministrator(Principal principal) {
    if (principal.role() != Principal.Role.ADMIN) {
      throw new ProblemException(MetadataError.METADATA_FORBIDDEN);
    }
  }

  private static ProblemException stale(long base, long current) {
    return new ProblemException(
        MetadataError.METADATA_STALE, Map.of("base", base, "current", current), List.of(), null);
  }
}
