package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.sandbox.Homecoming;
import dev.huozi.metadata.sandbox.Sandbox;
import dev.huozi.metadata.sandbox.Sandboxes;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies of the tenant to try things out in.
@Path("/api/sandboxes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class SandboxResource {
  private final RequestContexts contexts;
  private final Sandboxes sandboxes;

  SandboxResource(RequestContexts contexts, Sandboxes sandboxes) {
    this.contexts = contexts;
    this.sandboxes = sandboxes;
  }

  /// A sandbox that is wished for.
  ///
  /// @param withData false (the default) for the model and the people alone
  public record Wanted(@Nullable String name, @Nullable Boolean withData) {}

  /// A sandbox as it is.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shown(
      String code,
      @Nullable String name,
      String state,
      @Nullable Instant createdAt,
      @Nullable JobJson job) {
    static Shown of(Sandbox sandbox, Locale locale) {
      return new Shown(
          sandbox.code(),
          sandbox.name(),
          Choices.word(sandbox.state()),
          sandbox.createdAt(),
          sandbox.job() == null ? null : JobJson.of(sandbox.job(), locale));
    }
  }

  /// All sandboxes of the tenant.
  public record Shelf(List<Shown> items) {}

  /// A pack that was tried out.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TriedPack(
      String pack, String version, @Nullable String before, @Nullable Map<String, String> files) {}

  /// A property that the original changed too since the copy; the sandbox's value is taken.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Overruled(
      String kind,
      String name,
      String path,
      @Nullable JsonNode copied,
      @Nullable JsonNode sandbox,
      @Nullable JsonNode original) {}

  /// What differs.
  public record Compared(
      List<PlanJson.Item> items, List<TriedPack> packs, List<Overruled> overruled) {}

  /// What the original has to do to have it too: first the packs, then, asked for anew, the
  /// changes.
  ///
  /// @param changes a body for `/api/meta/plan`
  public record Changes(List<TriedPack> packs, Plannable changes, List<Overruled> overruled) {}

  /// A change list as `ChangeBody` reads it.
  public record Plannable(List<ChangeBody.Change> changes, String reason) {}

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Shelf list(UriInfo uri) {
    QueryParameters.of(uri);
    RequestContext context = contexts.current();
    return new Shelf(
        sandboxes.list(context).stream()
            .map(sandbox -> Shown.of(sandbox, context.locale()))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Response create(UriInfo uri, @Nullable Wanted body) {
    QueryParameters.of(uri);
    Wanted wanted = Bodies.required(body);
    RequestContext context = contexts.current();
    String name = Bodies.required(wanted.name(), "name").strip();
    Sandbox made = sandboxes.create(context, name, Boolean.TRUE.equals(wanted.withData()));
    return accepted(made, context);
  }

  private static Response accepted(Sandbox sandbox, RequestContext context) {
    return Response.accepted(Shown.of(sandbox, context.locale()))
        .header("Location", "/api/sandboxes/" + sandbox.code())
        .build();
  }

  @GET
  @Path("{code}")
  @RolesAllowed(Roles.ADMIN)
  public Shown get(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    RequestContext context = contexts.current();
    return Shown.of(sandboxes.find(context, code), context.locale());
  }

  @DELETE
  @Path("{code}")
  @RolesAllowed(Roles.ADMIN)
  public Response delete(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    RequestContext context = contexts.current();
    return accepted(sandboxes.delete(context, code), context);
  }

  @GET
  @Path("{code}/compare")
  @RolesAllowed(Roles.ADMIN)
  public Compared compare(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    Homecoming home = sandboxes.homecoming(contexts.current(), code);
    return new Compared(
        home.items().stream().map(PlanJson.Item::of).toList(), packs(home, false), overruled(home));
  }

  @POST
  @Path("{code}/changes")
  @RolesAllowed(Roles.ADMIN)
  public Changes changes(UriInfo uri, @PathParam("code") String code) {
    QueryParameters.of(uri);
    Homecoming home = sandboxes.homecoming(contexts.current(), code);
    List<ChangeBody.Change> changes =
        home.changes().changes().stream().map(SandboxResource::change).toList();
    return new Changes(
        packs(home, true), new Plannable(changes, home.changes().reason()), overruled(home));
  }

  private static ChangeBody.Change change(MetadataChange change) {
    return switch (change) {
      case MetadataChange.Put put ->
          new ChangeBody.Change(
              new ChangeBody.Put(put.kind(), DefinitionWriter.write((Record) put.definition())),
              null);
      case MetadataChange.Remove remove ->
          new ChangeBody.Change(
              null, new ChangeBody.Remove(remove.ref().kind(), remove.ref().name()));
    };
  }

  private static List<TriedPack> packs(Homecoming home, boolean withFiles) {
    return home.packs().stream()
        .map(pack ->
            new TriedPack(
                pack.pack(), pack.version(), pack.before(), withFiles ? pack.files() : null))
        .toList();
  }

  private static List<Overruled> overruled(Homecoming home) {
    return home.overruled().stream()
        .map(one ->
            new Overruled(
                one.ref().kind(),
                one.ref().name(),
                one.path(),
                one.copied(),
                one.sandbox(),
                one.original()))
        .toList();
  }
}
