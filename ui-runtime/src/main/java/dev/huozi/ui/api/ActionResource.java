package dev.huozi.ui.api;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordView;
import dev.huozi.record.action.RecordActions;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The actions of one record: what its buttons do, for programs.
@Path("/api/data/{object}/{id}/actions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class ActionResource {
  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;
  private final RecordActions actions;

  ActionResource(RequestContexts contexts, SnapshotRegistry snapshots, RecordActions actions) {
    this.contexts = contexts;
    this.snapshots = snapshots;
    this.actions = actions;
  }

  @POST
  @Path("{action}")
  @RolesAllowed(Roles.USER)
  public Response run(
      @RestPath String object,
      @RestPath String id,
      @RestPath String action,
      UriInfo uri,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    QueryParameters.of(uri);
    RequestContext context = contexts.current();
    RecordView record =
        actions.run(
            context, object, DataResource.id(object, id), EntityTags.version(ifMatch), action);
    MetadataSnapshot snapshot = snapshots.current(context);
    RecordJson json = new RecordJson(DataResource.object(snapshot, object), snapshot);
    return Response.ok(json.record(record))
        .header(HttpHeaders.ETAG, EntityTags.of(record.version()))
        .build();
  }
}
