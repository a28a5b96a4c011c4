package dev.huozi.ui.openapi;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/// The description of the API for whoever asks, made once per tenant, role and language for each
/// version of the metadata.
@Path("/api/openapi.json")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
  // A description of a tenant with 60 objects is about half a megabyte.
  private static final int KEPT = 32;

  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;
  private final OpenApi openApi;
  private final Map<Reader, Description> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Reader, Description> eldest) {
              return size() > KEPT;
            }
          });

  OpenApiResource(RequestContexts contexts, SnapshotRegistry snapshots, Messages messages) {
    this.contexts = contexts;
    this.snapshots = snapshots;
    this.openApi = new OpenApi(messages);
  }

  private record Reader(long tenant, Principal.Role role, String language) {}

  private record Description(long version, String json) {}

  @GET
  @RolesAllowed(Roles.USER)
  public Response describe(@RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    RequestContext context = contexts.current();
    MetadataSnapshot snapshot = snapshots.current(context);
    Reader reader =
        new Reader(
            context.tenant().id(),
            context.principal().role(),
            Messages.language(context.locale()).getLanguage());
    String tag = "\"%d-%s-%s\"".formatted(snapshot.version(), reader.role(), reader.language());
    if (tag.equals(ifNoneMatch)) {
      return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }
    return Response.ok(json(reader, context, snapshot))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.VARY, "Accept-Language, Authorization, Cookie")
        .build();
  }

  private String json(Reader reader, RequestContext context, MetadataSnapshot snapshot) {
    Description known = kept.get(reader);
    if (known != null && known.version() == snapshot.version()) {
      return known.json();
    }
    String json = Json.write(openApi.describe(context, snapshot));
    kept.put(reader, new Description(snapshot.version(), json));
    return json;
  }
}
