package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.MetadataPublisher;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.LocalizedText;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The tenant's definitions: looking at them, planning and publishing changes.
@Path("/api/meta")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class MetaResource {
  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;
  private final MetadataKinds kinds;
  private final MetadataPublisher publisher;

  MetaResource(
      RequestContexts contexts,
      SnapshotRegistry snapshots,
      MetadataKinds kinds,
      MetadataPublisher publisher) {
    this.contexts = contexts;
    this.snapshots = snapshots;
    this.kinds = kinds;
    this.publisher = publisher;
  }

  /// All kinds, and the version of the tenant's metadata.
  public record Overview(long version, List<Kind> kinds) {}

  /// One kind.
  ///
  /// @param folder where its files stand in a pack
  public record Kind(String kind, String folder, int count) {}

  /// The components of a kind, in order of name.
  public record Components(long version, String kind, List<Entry> items) {}

  /// One component in a list.
  ///
  /// @param pack where it comes from; `tenant` for what the tenant made itself
  public record Entry(String name, LocalizedText label, String pack) {}

  /// A whole component. `body` is what `put` takes.
  public record Component(long version, String kind, String name, String pack, ObjectNode body) {}

  /// The version that was published.
  public record Published(long version) {}

  @GET
  @RolesAllowed(Roles.USER)
  public Overview kinds(UriInfo uri) {
    QueryParameters.of(uri);
    MetadataSnapshot snapshot = snapshots.current(contexts.current());
    return new Overview(
        snapshot.version(),
        kinds.all().stream()
            .map(kind -> new Kind(kind.id(), kind.folder(), snapshot.all(kind).size()))
            .toList());
  }

  @GET
  @Path("{kind}")
  @RolesAllowed(Roles.USER)
  public Components components(@RestPath String kind, UriInfo uri) {
    QueryParameters.of(uri);
    MetadataKind<?> found = ChangeBody.kind(kinds, kind);
    MetadataSnapshot snapshot = snapshots.current(contexts.current());
    List<Entry> entries =
        snapshot.all(found).stream()
            .map(one -> new Entry(one.name(), one.label(), snapshot.packOf(one)))
            .toList();
    return new Components(snapshot.version(), found.id(), entries);
  }

  @GET
  @Path("{kind}/{name}")
  @RolesAllowed(Roles.USER)
  public Component component(@RestPath String kind, @RestPath String name, UriInfo uri) {
    QueryParameters.of(uri);
    MetadataKind<?> found = ChangeBody.kind(kinds, kind);
    MetadataSnapshot snapshot = snapshots.current(contexts.current());
    Definition definition = snapshot.find(found, name);
    if (definition == null) {
      throw new ProblemException(UiError.COMPONENT_NOT_FOUND, "kind", found.id(), "name", name);
    }
    return new Component(
        snapshot.version(),
        found.id(),
        definition.name(),
        snapshot.packOf(definition),
        DefinitionWriter.write((Record) definition));
  }

  @POST
  @Path("plan")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public PlanJson plan(UriInfo uri, @Nullable ChangeBody body) {
    QueryParameters.of(uri);
    ChangeBody changes = Bodies.required(body);
    return PlanJson.of(publisher.plan(contexts.current(), changes.read(kinds)));
  }

  @POST
  @Path("publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Published publish(UriInfo uri, @Nullable ChangeBody body) {
    QueryParameters.of(uri);
    ChangeBody changes = Bodies.required(body);
    long baseVersion = Bodies.required(changes.baseVersion(), "baseVersion");
    Approval approval =
        new Approval(baseVersion, changes.digest(), Boolean.TRUE.equals(changes.destroy()));
    return new Published(publisher.publish(contexts.current(), changes.read(kinds), approval));
  }
}
