package dev.huozi.record.load.job;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.record.load.profile.LoadPlanner;
import dev.huozi.record.load.profile.Mapping;
import dev.huozi.record.query.NameResolver;
import dev.huozi.record.sql.ImportJobRenderer;
import dev.huozi.record.sql.ImportRowRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Imports, for every door: a file is received, mapped, tried, started, watched, undone. What
/// happens between is `ImportRunner`'s. People see their own imports; administrators all of them.
@Singleton
public final class Imports {
  private static final int LONGEST_NAME = 200;
  private static final int LISTED = 100;

  private final TenantDatabase database;
  private final SnapshotRegistry snapshots;
  private final ImportFiles files;

  public Imports(TenantDatabase database, SnapshotRegistry snapshots) {
    this.database = database;
    this.snapshots = snapshots;
    this.files = new ImportFiles(database);
  }

  /// Takes a file in. Nothing is left of it when it is refused.
  ///
  /// @param name the file's name
  public ImportJob receive(RequestContext context, String name, InputStream bytes)
      throws IOException {
    String shown = checkedName(name);
    Tenant tenant = context.tenant();
    Principal principal = context.principal();
    UUID id = RecordIds.next();
    execute(
        tenant,
        ImportJobRenderer.insert(
            tenant,
            id,
            shown,
            context.now().truncatedTo(ChronoUnit.MICROS),
            principal.accountId(),
            principal.name(),
            context.locale().toLanguageTag()));
    try {
      files.receive(tenant, id, shown, bytes);
    } catch (IOException | RuntimeException e) {
      execute(tenant, ImportJobRenderer.delete(tenant, id));
      throw e;
    }
    return find(context, id);
  }

  static String checkedName(String name) {
    String shown = name.strip();
    if (shown.isEmpty()
        || shown.length() > LONGEST_NAME
        || shown.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(
          LoadError.LOAD_FILE_NAME, "name", shown.replaceAll("\\p{Cntrl}", "�"));
    }
    return shown;
  }

  /// @throws ProblemException `LOAD_NOT_FOUND`, also for somebody else's
  public ImportJob find(RequestContext context, UUID id) {
    Tenant tenant = context.tenant();
    return database
        .reading(tenant)
        .query(ImportJobRenderer.find(tenant, id), ImportJob::read)
        .stream()
        .filter(job -> isAdmin(context) || job.account().equals(context.principal().accountId()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(LoadError.LOAD_NOT_FOUND));
  }

  /// The newest ones.
  public List<ImportJob> list(RequestContext context) {
    Tenant tenant = context.tenant();
    UUID account = isAdmin(context) ? null : context.principal().accountId();
    return database
        .reading(tenant)
        .query(ImportJobRenderer.list(tenant, account, LISTED), ImportJob::read);
  }

  private static boolean isAdmin(RequestContext context) {
    return context.principal().role() == Principal.Role.ADMIN;
  }

  /// The profile that files of the same columns had last, or null.
  public @Nullable ImportProfile remembered(RequestContext context, ImportJob job) {
    Tenant tenant = context.tenant();
    return database
        .reading(tenant)
        .query(
            ImportJobRenderer.rememberedProfile(tenant, Mapping.signature(job.file().header())),
            row -> Json.read(Objects.requireNonNull(row.text(0)), ImportProfile.class))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /// A profile that fills one object, its columns found by name or label.
  public ImportProfile propose(RequestContext context, ImportJob job, String object) {
    MetadataSnapshot snapshot = snapshots.current(context);
    ObjectModel model = new NameResolver(snapshot).object(object);
    return Mapping.propose(job.file().header(), model, snapshot);
  }

  /// Sets where the columns go.
  ///
  /// @throws ProblemException `LOAD_PROFILE_INVALID` with everything that does not fit
  public ImportJob map(RequestContext context, UUID id, ImportProfile profile) {
    ImportJob job = find(context, id);
    LoadPlanner.plan(
        profile,
        columns(context, job, profile),
        snapshots.current(context),
        context.tenant().zone());
    Tenant tenant = context.tenant();
    int changed =
        execute(tenant, ImportJobRenderer.setProfile(tenant, id, new SqlJson(Json.write(profile))));
    return changed == 1 ? find(context, id) : refuseState(job);
  }

  /// The columns as the profile wants the file to be read.
  private List<String> columns(RequestContext context, ImportJob job, ImportProfile profile) {
    boolean asFound =
        profile.encoding() == null && profile.separator() == null && profile.sheet() == null;
    if (asFound) {
      return job.file().header();
    }
    try (var sheet = files.open(context.tenant(), job.id(), job.file(), profile)) {
      return sheet.header();
    }
  }

  /// Begins a dry run.
  public ImportJob check(RequestContext context, UUID id) {
    return begin(context, id, ImportState.CHECKING, ImportState.READY, ImportState.CHECKED);
  }

  /// Begins the import, or goes on with it.
  public ImportJob start(RequestContext context, UUID id) {
    ImportJob job = find(context, id);
    if (job.state() == ImportState.PAUSED || job.state() == ImportState.FAILED) {
      return move(context, id, ImportState.RUNNING, ImportState.PAUSED, ImportState.FAILED);
    }
    ImportJob started =
        begin(context, id, ImportState.RUNNING, ImportState.READY, ImportState.CHECKED);
    ImportProfile profile = Objects.requireNonNull(started.profile());
    Tenant tenant = context.tenant();
    execute(
        tenant,
        ImportJobRenderer.rememberProfile(
            tenant,
            Mapping.signature(started.file().header()),
            new SqlJson(Json.write(profile)),
            context.now().truncatedTo(ChronoUnit.MICROS)));
    return started;
  }

  /// Stops after the present chunk, until it is started again.
  public ImportJob pause(RequestContext context, UUID id) {
    return move(context, id, ImportState.PAUSING, ImportState.RUNNING);
  }

  /// Stops for good; what was written stays.
  public ImportJob cancel(RequestContext context, UUID id) {
    return move(
        context,
        id,
        ImportState.CANCELLING,
        ImportState.READY,
        ImportState.CHECKING,
        ImportState.CHECKED,
        ImportState.RUNNING,
        ImportState.PAUSING,
        ImportState.PAUSED,
        ImportState.FAILED);
  }

  /// Takes back what was written.
  public ImportJob undo(RequestContext context, UUID id) {
    return move(context, id, ImportState.UNDOING, ImportState.DONE, ImportState.CANCELLED);
  }

  /// Forgets an import and its file; records stay.
  public void delete(RequestContext context, UUID id) {
    ImportJob job = find(context, id);
    if (execute(context.tenant(), ImportJobRenderer.delete(context.tenant(), id)) == 0) {
      refuseState(job);
    }
  }

  /// Lines with something to say, after one of them.
  public List<ImportLine> lines(
      RequestContext context, UUID id, List<ImportLine.Kind> kinds, long after, int limit) {
    find(context, id);
    Tenant tenant = context.tenant();
    List<String> codes = kinds.stream().map(ImportLine.Kind::code).toList();
    return database
        .reading(tenant)
        .query(ImportRowRenderer.lines(tenant, id, codes, after, limit), ImportLine::read);
  }

  private ImportJob begin(RequestContext context, UUID id, ImportState to, ImportState... from) {
    ImportJob job = find(context, id);
    if (job.profile() == null) {
      throw new ProblemException(LoadError.LOAD_PROFILE_EMPTY, "maximum", 20);
    }
    Tenant tenant = context.tenant();
    int moved =
        database.inTransaction(
            tenant,
            transaction -> {
              int count =
                  transaction.execute(
                      ImportJobRenderer.move(tenant, id, ImportState.codes(from), to.code(), true));
              if (count == 1) {
                transaction.execute(ImportRowRenderer.deleteLines(tenant, id));
              }
              return count;
            });
    return moved == 1 ? find(context, id) : refuseState(job);
  }

  private ImportJob move(RequestContext context, UUID id, ImportState to, ImportState... from) {
    ImportJob job = find(context, id);
    Tenant tenant = context.tenant();
    int moved =
        execute(
            tenant, ImportJobRenderer.move(tenant, id, ImportState.codes(from), to.code(), false));
    return moved == 1 ? find(context, id) : refuseState(job);
  }

  private static ImportJob refuseState(ImportJob job) {
    throw new ProblemException(LoadError.LOAD_STATE, "state", job.state().code());
  }

  private int execute(Tenant tenant, SqlFragment statement) {
    return database.inTransaction(tenant, transaction -> transaction.execute(statement));
  }
}
