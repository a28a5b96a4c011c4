package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.MetadataVersions;
import dev.huozi.metadata.change.SchemaWatch;
import dev.huozi.metadata.change.WhereUsed;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.VersionEntry;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The versions of the tenant's model, the way back to one, and who uses what.
@Path("/api/meta")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class VersionResource {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  private final RequestContexts contexts;
  private final MetadataKinds kinds;
  private final MetadataVersions versions;
  private final WhereUsed whereUsed;
  private final SchemaWatch watch;

  VersionResource(
      RequestContexts contexts,
      MetadataKinds kinds,
      MetadataVersions versions,
      WhereUsed whereUsed,
      SchemaWatch watch) {
    this.contexts = contexts;
    this.kinds = kinds;
    this.versions = versions;
    this.whereUsed = whereUsed;
    this.watch = watch;
  }

  /// Versions, newest first.
  public record Versions(List<Version> items) {}

  /// One publication.
  ///
  /// @param items how many properties it changed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Version(
      long version,
      Instant publishedAt,
      String author,
      String reason,
      @Nullable String pack,
      @Nullable String packVersion,
      int items) {
    static Version of(VersionEntry entry) {
      return new Version(
          entry.version(),
          entry.publishedAt(),
          entry.author(),
          entry.reason(),
          entry.pack(),
          entry.packVersion(),
          entry.items());
    }
  }

  /// What turns one version into another.
  public record Difference(long from, long to, List<PlanJson.Item> items) {}

  /// Where to go back to, and what was seen of the plan.
  public record Return(
      @Nullable Long version,
      @Nullable Long baseVersion,
      @Nullable String digest,
      @Nullable Boolean destroy,
      @Nullable String reason) {}

  /// Who uses a thing.
  public record Uses(List<PlanJson.Affected> items) {}

  @GET
  @Path("versions")
  @RolesAllowed(Roles.ADMIN)
  public Versions list(UriInfo uri) {
    QueryParameters query = QueryParameters.of(uri, "limit", "before");
    int before = query.number("before", 0, 1, Integer.MAX_VALUE);
    return new Versions(
        versions
            .list(
                contexts.current(),
                before == 0 ? null : Long.valueOf(before),
                query.number("limit", DEFAULT_LIMIT, 1, MOST))
            .stream()
            .map(Version::of)
            .toList());
  }

  @GET
  @Path("versions/{version}")
  @RolesAllowed(Roles.ADMIN)
  public Version get(@RestPath long version, UriInfo uri) {
    QueryParameters.of(uri);
    return Version.of(versions.get(contexts.current(), version));
  }

  @GET
  @Path("progress")
  @RolesAllowed(Roles.ADMIN)
  public ProgressJson progress(UriInfo uri) {
    QueryParameters.of(uri);
    return ProgressJson.of(watch.now(contexts.current()));
  }

  @GET
  @Path("diff")
  @RolesAllowed(Roles.ADMIN)
  public Difference diff(UriInfo uri) {
    QueryParameters query = QueryParameters.of(uri, "from", "to");
    int from = query.number("from", 0, 0, Integer.MAX_VALUE);
    int to = query.number("to", 0, 0, Integer.MAX_VALUE);
    return new Difference(
        from,
        to,
        versions.diff(contexts.current(), from, to).stream().map(PlanJson.Item::of).toList());
  }

  @POST
  @Path("rollback/plan")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public PlanJson plan(UriInfo uri, @Nullable Return body) {
    QueryParameters.of(uri);
    long version = Bodies.required(Bodies.required(body).version(), "version");
    return PlanJson.of(versions.planRollback(contexts.current(), version));
  }

  @POST
  @Path("rollback")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public MetaResource.Published rollback(UriInfo uri, @Nullable Return body) {
    QueryParameters.of(uri);
    Return asked = Bodies.required(body);
    RequestContext context = contexts.current();
    Approval approval =
        new Approval(
            Bodies.required(asked.baseVersion(), "baseVersion"),
            asked.digest(),
            Boolean.TRUE.equals(asked.destroy()));
    long version = Bodies.required(asked.version(), "version");
    return new MetaResource.Published(
        versions.rollback(
            context, version, approval, Objects.requireNonNullElse(asked.reason(), "")));
  }

  @GET
  @Path("{kind}/{name}/uses")
  @RolesAllowed(Roles.ADMIN)
  public Uses uses(@RestPath String kind, @RestPath String name, UriInfo uri) {
    QueryParameters query = QueryParameters.of(uri, "field");
    if (kinds.find(kind) == null) {
      throw new ProblemException(UiError.KIND_NOT_FOUND, "kind", kind);
    }
    return new Uses(
        whereUsed.of(contexts.current(), new MetadataRef(kind, name), query.text("field")).stream()
            .map(PlanJson.Affected::of)
            .toList());
  }
}
