package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordService;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Many records of one object at once: all of them or none.
@Path("/api/bulk/{object}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BulkResource {
  static final int LIMIT = 1000;

  private final RequestContexts contexts;
  private final RecordService records;

  BulkResource(RequestContexts contexts, RecordService records) {
    this.contexts = contexts;
    this.records = records;
  }

  /// What is sent.
  public record Bulk(@Nullable List<ObjectNode> records) {}

  /// What comes back, in the order of what was sent.
  public record Created(List<UUID> ids) {}

  @POST
  @RolesAllowed(Roles.USER)
  public Created create(@RestPath String object, UriInfo uri, @Nullable Bulk body) {
    QueryParameters.of(uri);
    List<ObjectNode> wanted = Bodies.required(Bodies.required(body).records(), "records");
    if (wanted.size() > LIMIT) {
      throw new ProblemException(UiError.BULK_TOO_MANY, "count", wanted.size(), "limit", LIMIT);
    }
    return new Created(records.createAll(contexts.current(), object, wanted));
  }
}
