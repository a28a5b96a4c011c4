package dev.huozi.metadata.sandbox;

import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.store.CatalogueCopy;
import dev.huozi.platform.database.TenantCopies;
import dev.huozi.platform.database.TenantView;
import dev.huozi.platform.dump.CopyProgress;
import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.DumpFile;
import dev.huozi.platform.dump.DumpFileWriter;
import dev.huozi.platform.dump.DumpManifest;
import dev.huozi.platform.dump.DumpManifest.DumpedAccount;
import dev.huozi.platform.dump.DumpSource;
import dev.huozi.platform.dump.store.LiveTenant;
import dev.huozi.platform.dump.store.SchemaTables;
import dev.huozi.platform.dump.store.TableRows;
import dev.huozi.platform.dump.store.TenantLoader;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.TenantLife;
import dev.huozi.platform.value.RecordIds;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Copies tenants. A copy is there as a whole or not at all: it is filled in one transaction,
/// compared with the original by checksums, and opened at the very end.
@Singleton
public class TenantCopier {
  private final TenantCopies copies;
  private final TenantLife life;
  private final MetadataKinds kinds;
  private final Clock clock;

  public TenantCopier(TenantCopies copies, TenantLife life, MetadataKinds kinds, Clock clock) {
    this.copies = copies;
    this.life = life;
    this.kinds = kinds;
    this.clock = clock;
  }

  /// How much of a tenant.
  public enum Extent {
    EVERYTHING,
    /// Without events and imports that are still to be dealt with: those are the original's.
    RECORDS,
    /// The model and the people, without records.
    MODEL
  }

  /// Writes all of the tenant, as it is at one moment, into `sink`, which stays open. Returns what
  /// was written.
  public DumpManifest dump(Tenant tenant, OutputStream sink, CopyProgress progress) {
    LiveTenant.About about = about(tenant, Extent.EVERYTHING);
    return copies.reading(
        tenant,
        view -> {
          DumpSource source = source(view, tenant, Extent.EVERYTHING, about, progress);
          DumpFileWriter.write(source, sink, progress);
          return source.manifest();
        });
  }

  /// Makes a tenant of a dump. `stream` is closed at the end.
  ///
  /// @param name null for the name in the dump
  public Tenant restore(
      InputStream stream, String code, @Nullable String name, CopyProgress progress) {
    try (DumpFile file = new DumpFile(stream)) {
      DumpManifest manifest = file.manifest();
      if (!manifest.schema().equals(life.schemaVersion())) {
        throw new ProblemException(PlatformError.DUMP_OTHER_VERSION, "product", manifest.product());
      }
      Map<UUID, UUID> accounts = newAccounts(manifest.accounts());
      NewTenant wanted = wanted(manifest, code, name);
      return make(
          wanted,
          null,
          progress,
          copy -> {
            copies.loading(
                copy,
                load -> {
                  new TenantLoader(load, copy, new ModelStructure(kinds), progress)
                      .load(file, accounts);
                  return true;
                });
            progress.at(Step.OPENING, 0, 1);
            life.open(
                copy, manifest.metadataVersion(), manifest.accounts(), accounts, manifest.packs());
          });
    }
  }

  private static NewTenant wanted(DumpManifest manifest, String code, @Nullable String name) {
    try {
      return manifest.like(code, name == null ? manifest.tenant().name() : name);
    } catch (RuntimeException e) { // a zone or language that nobody knows
      throw new ProblemException(PlatformError.DUMP_DAMAGED, "place", "manifest.json");
    }
  }

  /// Makes a sandbox of the tenant, with the same logins.
  public Tenant sandbox(
      Tenant origin, String code, String name, Extent extent, CopyProgress progress) {
    LiveTenant.About about = about(origin, extent);
    Map<UUID, UUID> accounts = newAccounts(about.accounts());
    NewTenant wanted =
        new NewTenant(
            code, name, origin.zone(), origin.currency(), origin.sortCollation(), origin.locale());
    return make(
        wanted,
        origin.code(),
        progress,
        copy -> {
          DumpManifest manifest =
              copies.piping(
                  origin,
                  copy,
                  (view, load) -> {
                    DumpSource source = source(view, origin, extent, about, progress);
                    new TenantLoader(load, copy, new ModelStructure(kinds), progress)
                        .load(source, accounts);
                    return source.manifest();
                  });
          progress.at(Step.OPENING, 0, 1);
          life.open(copy, manifest.metadataVersion(), about.accounts(), accounts, about.packs());
        });
  }

  private Tenant make(
      NewTenant wanted, @Nullable String origin, CopyProgress progress, Consumer<Tenant> fill) {
    Tenant copy = life.beginCopy(wanted, origin);
    try {
      progress.at(Step.SCHEMA, 1, 1);
      fill.accept(copy);
      progress.at(Step.OPENING, 1, 1);
      return copy;
    } catch (Throwable e) {
      giveUp(copy, e);
      throw e;
    }
  }

  private void giveUp(Tenant copy, Throwable reason) {
    try {
      life.abandon(copy);
    } catch (RuntimeException e) {
      reason.addSuppressed(e); // stays closed; the sweep takes it away
    }
  }

  private DumpSource source(
      TenantView view,
      Tenant tenant,
      Extent extent,
      LiveTenant.About about,
      CopyProgress progress) {
    CatalogueCopy catalogue = CatalogueCopy.read(kinds, view.transaction(), tenant);
    Map<SqlIdentifier, List<SqlIdentifier>> present =
        SchemaTables.columns(view.transaction(), tenant);
    Map<SqlIdentifier, Set<SqlIdentifier>> references =
        SchemaTables.references(view.transaction(), tenant);
    List<TableRows> tables =
        switch (extent) {
          case EVERYTHING -> catalogue.everything(present, references);
          case RECORDS -> catalogue.withoutPendingWork(present, references);
          case MODEL -> catalogue.modelAndPeople(present);
        };
    return new LiveTenant(view, tenant, tables, about, progress);
  }

  /// The logins are read first: the people they stand for are older and in every later view.
  private LiveTenant.About about(Tenant tenant, Extent extent) {
    String version = TenantCopier.class.getPackage().getImplementationVersion();
    return new LiveTenant.About(
        version == null ? "dev" : version,
        life.schemaVersion(),
        clock.instant(),
        extent != Extent.MODEL,
        life.logins(tenant),
        life.packs(tenant));
  }

  private static Map<UUID, UUID> newAccounts(List<DumpedAccount> logins) {
    Map<UUID, UUID> accounts = new HashMap<>();
    logins.forEach(login -> accounts.put(login.id(), RecordIds.next()));
    return accounts;
  }
}
