package dev.huozi.metadata.sandbox;

import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.DefaultMetadataPublisher;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.ExportSide;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.sandbox.TenantCopier.Extent;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.CopiedModel;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.TenantJob;
import dev.huozi.platform.tenant.TenantJob.Kind;
import dev.huozi.platform.tenant.TenantJobs;
import dev.huozi.platform.tenant.TenantLife;
import dev.huozi.platform.tenant.TenantLife.Known;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sandboxes of a tenant, for its administrators.
@Singleton
public class Sandboxes {
  /// So many copies a tenant may have at a time.
  public static final int MOST = 3;

  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_NAME = 200;

  private final TenantCopier copier;
  private final TenantLife life;
  private final TenantJobs jobs;
  private final DefaultMetadataPublisher publisher;
  private final PackDeployer packs;
  private final CopiedModel copied;
  private final MetadataKinds kinds;

  public Sandboxes(
      TenantCopier copier,
      TenantLife life,
      TenantJobs jobs,
      DefaultMetadataPublisher publisher,
      PackDeployer packs,
      CopiedModel copied,
      MetadataKinds kinds) {
    this.copier = copier;
    this.life = life;
    this.jobs = jobs;
    this.publisher = publisher;
    this.packs = packs;
    this.copied = copied;
    this.kinds = kinds;
  }

  /// Those that are there, and those that are being made or could not be made lately.
  public List<Sandbox> list(RequestContext context) {
    requireAdministrator(context);
    jobs.sweep();
    return found(context.tenant().code());
  }

  private List<Sandbox> found(String origin) {
    Map<String, TenantJob> newest = new LinkedHashMap<>();
    jobs.of(origin).forEach(job -> newest.putIfAbsent(job.code(), job));
    List<Sandbox> sandboxes = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Known known : life.sandboxes(origin)) {
      there.add(known.tenant().code());
      sandboxes.add(sandbox(known, newest.get(known.tenant().code())));
    }
    newest.values().stream()
        .filter(job -> !there.contains(job.code()))
        .filter(job -> job.kind() == Kind.SANDBOX && job.state() != TenantJob.State.DONE)
        .forEach(job ->
            sandboxes.add(
                new Sandbox(
                    job.code(),
                    null,
                    job.state() == TenantJob.State.RUNNING
                        ? Sandbox.State.MAKING
                        : Sandbox.State.FAILED,
                    null,
                    job)));
    return sandboxes;
  }

  private static Sandbox sandbox(Known known, @Nullable TenantJob job) {
    Sandbox.State state =
        switch (known.state()) {
          case CREATING, COPYING -> Sandbox.State.MAKING;
          case ACTIVE -> Sandbox.State.READY;
          case SUSPENDED -> Sandbox.State.SUSPENDED;
          case DELETING -> Sandbox.State.REMOVING;
        };
    return new Sandbox(known.tenant().code(), known.tenant().name(), state, known.createdAt(), job);
  }

  /// The sandbox of that code, if it is one of the caller's tenant; else `NOT_FOUND`.
  public Sandbox find(RequestContext context, String code) {
    return list(context).stream()
        .filter(sandbox -> sandbox.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ProblemException(PlatformError.NOT_FOUND));
  }

  /// Begins to make one. It gets a code of its own: `<code>-sandbox`, or with a number.
  public Sandbox create(RequestContext context, String name, boolean withData) {
    requireAdministrator(context);
    Tenant origin = context.tenant();
    if (origin.origin() != null) {
      throw new ProblemException(MetadataError.SANDBOX_NESTED, "code", origin.code());
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new ProblemException(PlatformError.TENANT_NAME_INVALID, "maximum", LONGEST_NAME);
    }
    jobs.sweep();
    List<Sandbox> present = found(origin.code());
    long counted =
        present.stream().filter(sandbox -> sandbox.state() != Sandbox.State.FAILED).count();
    if (counted >= MOST) {
      throw new ProblemException(PlatformError.SANDBOX_LIMIT, "maximum", MOST);
    }
    String code = freeCode(origin.code(), present);
    Extent extent = withData ? Extent.RECORDS : Extent.MODEL;
    TenantJob job =
        jobs.start(
            Kind.SANDBOX,
            code,
            origin.code(),
            progress -> copier.sandbox(origin, code, name, extent, progress));
    return new Sandbox(code, name, Sandbox.State.MAKING, null, job);
  }

  private String freeCode(String origin, List<Sandbox> present) {
    for (int number = 1; ; number++) {
      String suffix = number == 1 ? "-sandbox" : "-sandbox-" + number;
      String start = origin.substring(0, Math.min(origin.length(), LONGEST_CODE - suffix.length()));
      String code = start + suffix;
      boolean running =
          present.stream()
              .anyMatch(sandbox ->
                  sandbox.code().equals(code) && sandbox.state() != Sandbox.State.FAILED);
      if (!running && life.find(code) == null) {
        return code;
      }
    }
  }

  /// Begins to remove it.
  public Sandbox delete(RequestContext context, String code) {
    Sandbox sandbox = find(context, code);
    TenantJob job = jobs.start(Kind.DELETE, code, context.tenant().code(), _ -> life.delete(code));
    return new Sandbox(code, sandbox.name(), Sandbox.State.REMOVING, sandbox.createdAt(), job);
  }

  /// What the sandbox has tried out, as the original would take it over.
  public Homecoming homecoming(RequestContext context, String code) {
    requireAdministrator(context);
    Known known = ready(context, code);
    RequestContext inside = inside(context, known.tenant());
    Catalogue there = publisher.catalogue(inside);
    Catalogue here = publisher.catalogue(context);
    Comparison comparison = new Comparison(kinds);
    long since = Objects.requireNonNullElse(known.copiedVersion(), 0L);
    comparison.compare(copied.at(known.tenant(), since), there.model(), here.model());
    return new Homecoming(
        comparison.items(),
        triedPacks(inside, there, here),
        new ChangeList(comparison.changes(), "sandbox " + code),
        comparison.overruled());
  }

  private Known ready(RequestContext context, String code) {
    return life.sandboxes(context.tenant().code()).stream()
        .filter(known -> known.tenant().code().equals(code))
        .filter(known -> known.state() == TenantLife.State.ACTIVE)
        .findFirst()
        .orElseThrow(() -> new ProblemException(PlatformError.NOT_FOUND));
  }

  /// Packs whose installed version or installed bodies differ. The system pack comes with the
  /// program.
  private List<Homecoming.TriedPack> triedPacks(
      RequestContext inside, Catalogue there, Catalogue here) {
    List<Homecoming.TriedPack> tried = new ArrayList<>();
    there
        .packsInOrder()
        .forEach((pack, installed) -> {
          if (!isSame(installed, here.packs().get(pack)) && !pack.equals(Component.SYSTEM)) {
            tried.add(
                new Homecoming.TriedPack(
                    pack,
                    installed.version(),
                    here.packVersion(pack),
                    packs.export(inside, pack, ExportSide.AS_INSTALLED)));
          }
        });
    return tried;
  }

  private static boolean isSame(
      Catalogue.InstalledPack one, Catalogue.@Nullable InstalledPack other) {
    return other != null
        && one.version().equals(other.version())
        && one.manifest().equals(other.manifest())
        && one.components().equals(other.components());
  }

  private static RequestContext inside(RequestContext context, Tenant sandbox) {
    return new RequestContext(
        sandbox,
        context.principal(),
        0,
        context.locale(),
        context.userZone(),
        context.clock(),
        context.requestId());
  }

  private static void requireAdministrator(RequestContext context) {
    if (context.principal().role() != Principal.Role.ADMIN) {
      throw new ProblemException(MetadataError.METADATA_FORBIDDEN);
    }
  }
}
