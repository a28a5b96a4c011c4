package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.TenantJob;
import dev.huozi.platform.tenant.TenantJobs;
import dev.huozi.platform.tenant.TenantLife;
import dev.huozi.platform.tenant.Tenants;
import dev.huozi.ui.account.DumpUpload;
import dev.huozi.ui.account.Founding;
import dev.huozi.ui.account.NewMember;
import dev.huozi.ui.account.TenantDumps;
import dev.huozi.ui.http.RequestIds;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tenants of the installation, for its operator.
@Path("/api/tenants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class TenantResource {
  private static final String DEFAULT_ZONE = "Asia/Shanghai";
  private static final String DEFAULT_CURRENCY = "CNY";
  private static final Locale DEFAULT_LOCALE = Locale.SIMPLIFIED_CHINESE;

  private final Tenants tenants;
  private final TenantLife life;
  private final TenantJobs jobs;
  private final TenantDumps dumps;
  private final Founding founding;
  private final RequestContexts contexts;

  TenantResource(
      Tenants tenants,
      TenantLife life,
      TenantJobs jobs,
      TenantDumps dumps,
      Founding founding,
      RequestContexts contexts) {
    this.tenants = tenants;
    this.life = life;
    this.jobs = jobs;
    this.dumps = dumps;
    this.founding = founding;
    this.contexts = contexts;
  }

  /// A tenant that is wished for.
  public record Wanted(
      @Nullable String code,
      @Nullable String name,
      @Nullable String zone,
      @Nullable String currency,
      @Nullable String sortCollation,
      @Nullable String locale,
      @Nullable Admin admin) {}

  /// Its first administrator. `toString` hides the password.
  public record Admin(@Nullable String user, @Nullable String name, @Nullable String password) {
    @Override
    public String toString() {
      return "Admin[" + user + "]";
    }
  }

  /// A tenant as it is.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shown(
      String code,
      String name,
      String zone,
      String currency,
      String sortCollation,
      String locale,
      String state,
      @Nullable String origin) {
    static Shown of(Tenant tenant, TenantLife.State state) {
      return new Shown(
          tenant.code(),
          tenant.name(),
          tenant.zone().getId(),
          tenant.currency(),
          Choices.word(tenant.sortCollation()),
          tenant.locale().toLanguageTag(),
          Choices.word(state),
          tenant.origin());
    }
  }

  /// A dump that is being written.
  public record Dumping(String file, JobJson job) {}

  /// The dumps that this server has.
  public record DumpShelf(List<TenantDumps.DumpFile> items) {}

  /// A tenant that is to be made of a dump.
  ///
  /// @param name null for the name in the dump
  public record Restoring(@Nullable String file, @Nullable String code, @Nullable String name) {}

  /// All tenants.
  public record Shelf(List<Shown> items) {}

  @GET
  @RolesAllowed(Roles.OPERATOR)
  public Shelf list(UriInfo uri) {
    QueryParameters.of(uri);
    return new Shelf(
        life.list().stream().map(known -> Shown.of(known.tenant(), known.state())).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  public Response create(RoutingContext http, UriInfo uri, @Nullable Wanted body) {
    QueryParameters.of(uri);
    Wanted wanted = Bodies.required(body);
    NewTenant tenant = tenant(wanted);
    NewMember admin = member(Bodies.required(wanted.admin(), "admin"));
    return Response.status(Response.Status.CREATED)
        .entity(
            Shown.of(founding.found(tenant, admin, RequestIds.of(http)), TenantLife.State.ACTIVE))
        .build();
  }

  @POST
  @Path("{code}/suspend")
  @RolesAllowed(Roles.OPERATOR)
  public Shown suspend(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    return setActive(code, false);
  }

  @POST
  @Path("{code}/resume")
  @RolesAllowed(Roles.OPERATOR)
  public Shown resume(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    return setActive(code, true);
  }

  /// With its sandboxes: who may not work may not work beside it either.
  private Shown setActive(String code, boolean active) {
    Tenant tenant = life.whole(code);
    tenants.setActive(tenant.id(), active);
    for (TenantLife.Known sandbox : life.sandboxes(code)) {
      if (sandbox.state() == TenantLife.State.ACTIVE
          || sandbox.state() == TenantLife.State.SUSPENDED) {
        tenants.setActive(sandbox.tenant().id(), active);
      }
    }
    return Shown.of(tenant, active ? TenantLife.State.ACTIVE : TenantLife.State.SUSPENDED);
  }

  /// The address names the tenant and `confirm` repeats its code.
  @DELETE
  @Path("{code}")
  @RolesAllowed(Roles.OPERATOR)
  public Response delete(UriInfo uri, @PathParam("code") String code) {
    String repeated = QueryParameters.of(uri, "confirm").text("confirm");
    if (!code.equals(repeated)) {
      throw new ProblemException(PlatformError.TENANT_NOT_CONFIRMED, "code", code);
    }
    life.whole(code);
    return accepted(jobs.start(TenantJob.Kind.DELETE, code, null, _ -> life.delete(code)));
  }

  private Response accepted(TenantJob job) {
    return Response.accepted(JobJson.of(job, contexts.locale()))
        .header("Location", "/api/tenants/" + job.code() + "/job")
        .build();
  }

  /// The newest long work with the tenant of that code.
  @GET
  @Path("{code}/job")
  @RolesAllowed(Roles.OPERATOR)
  public JobJson job(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    jobs.sweep();
    TenantJob job = jobs.newest(code);
    if (job == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    return JobJson.of(job, contexts.locale());
  }

  @POST
  @Path("{code}/dump")
  @RolesAllowed(Roles.OPERATOR)
  public Response dump(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    TenantDumps.Started started = dumps.dump(code);
    return Response.accepted(
            new Dumping(started.file(), JobJson.of(started.job(), contexts.locale())))
        .header("Location", "/api/tenants/" + code + "/job")
        .build();
  }

  @GET
  @Path("dumps")
  @RolesAllowed(Roles.OPERATOR)
  public DumpShelf dumps(UriInfo uri) {
    QueryParameters.of(uri);
    return new DumpShelf(dumps.list());
  }

  /// Takes a dump in as it is sent, piece by piece, and reads all of it before it is kept.
  @POST
  @Path("dumps")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.OPERATOR)
  public Response receive(UriInfo uri, InputStream body) throws IOException {
    QueryParameters.of(uri);
    DumpUpload.Received received = dumps.receive(body);
    return Response.status(Response.Status.CREATED)
        .header("Location", "/api/tenants/dumps/" + received.file())
        .entity(received)
        .build();
  }

  @DELETE
  @Path("dumps/{file}")
  @RolesAllowed(Roles.OPERATOR)
  public Response deleteDump(UriInfo uri, @PathParam("file") String file) throws IOException {
    QueryParameters.of(uri);
    dumps.delete(file);
    return Response.noContent().build();
  }

  @GET
  @Path("dumps/{file}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Roles.OPERATOR)
  public Response download(UriInfo uri, @PathParam("file") String file) {
    QueryParameters.of(uri);
    return Response.ok(dumps.path(file).toFile())
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  public Response restore(UriInfo uri, @Nullable Restoring body) {
    QueryParameters.of(uri);
    Restoring wanted = Bodies.required(body);
    return accepted(
        dumps.restore(
            Bodies.required(wanted.file(), "file"),
            Bodies.required(wanted.code(), "code"),
            wanted.name()));
  }

  private static NewTenant tenant(Wanted wanted) {
    String sort = wanted.sortCollation();
    Locale locale = Choices.locale(wanted.locale());
    return new NewTenant(
        Bodies.required(wanted.code(), "code"),
        Bodies.required(wanted.name(), "name"),
        Choices.zone(Objects.requireNonNullElse(wanted.zone(), DEFAULT_ZONE)),
        Objects.requireNonNullElse(wanted.currency(), DEFAULT_CURRENCY),
        sort == null ? SortCollation.ZH : Choices.sortCollation(sort),
        locale == null ? DEFAULT_LOCALE : locale);
  }

  private static NewMember member(Admin admin) {
    return new NewMember(
        Bodies.required(admin.user(), "admin.user"),
        Bodies.required(admin.name(), "admin.name"),
        Principal.Role.ADMIN,
        Bodies.required(admin.password(), "admin.password"),
        null);
  }
}
