package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.listview.ListViewKind;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Records, one at a time and in lists.
@Path("/api/data/{object}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class DataResource {
  static final String MERGE_PATCH = "application/merge-patch+json";
  private static final Messages MESSAGES = new Messages();
  private static final int HISTORY_LIMIT = 50;
  private static final String SYSTEM_FIELD = "created_at";

  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;
  private final RecordService records;
  private final ListRequest lists;

  DataResource(
      RequestContexts contexts,
      SnapshotRegistry snapshots,
      RecordService records,
      ListViewKind views) {
    this.contexts = contexts;
    this.snapshots = snapshots;
    this.records = records;
    this.lists = new ListRequest(views);
  }

  @GET
  @RolesAllowed(Roles.USER)
  public Response list(@RestPath String object, UriInfo uri) {
    RequestContext context = contexts.current();
    MetadataSnapshot snapshot = snapshots.current(context);
    ObjectModel model = object(snapshot, object);
    ListQuery query = lists.read(uri, model, snapshot);
    RecordPage page = records.list(context, query);
    Response.ResponseBuilder answer = Response.ok(new RecordJson(model, snapshot).page(page));
    if (page.next() != null) {
      answer.header(HttpHeaders.LINK, "<" + nextPage(uri, page.next()) + ">; rel=\"next\"");
    }
    return answer.build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public Response create(
      @RestPath String object,
      UriInfo uri,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      @Nullable ObjectNode body) {
    QueryParameters.of(uri);
    RequestContext context = contexts.current();
    Written written =
        write(context, new RecordCommand.Create(object, Bodies.required(body), idempotencyKey));
    return answer(
            context,
            written,
            Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, address(written.record())))
        .build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.USER)
  public Response get(@RestPath String object, @RestPath String id, UriInfo uri) {
    List<String> fields = QueryParameters.of(uri, "fields").list("fields");
    RequestContext context = contexts.current();
    return answer(context, records.get(context, object, id(object, id), fields), Response.ok())
        .build();
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
  @RolesAllowed(Roles.USER)
  public Response update(
      @RestPath String object,
      @RestPath String id,
      UriInfo uri,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable ObjectNode body) {
    QueryParameters.of(uri);
    RequestContext context = contexts.current();
    ObjectNode values = Bodies.required(body);
    UUID key = id(object, id);
    Written written =
        write(
            context,
            new RecordCommand.Update(object, key, expected(context, object, key, ifMatch), values));
    return answer(context, written, Response.ok()).build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.USER)
  public Response delete(
      @RestPath String object,
      @RestPath String id,
      UriInfo uri,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    QueryParameters.of(uri);
    RequestContext context = contexts.current();
    UUID key = id(object, id);
    records.execute(
        context, new RecordCommand.Delete(object, key, expected(context, object, key, ifMatch)));
    return Response.noContent().build();
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed(Roles.USER)
  public ObjectNode history(@RestPath String object, @RestPath String id, UriInfo uri) {
    int limit =
        QueryParameters.of(uri, "limit").number("limit", HISTORY_LIMIT, 1, ListQuery.MAX_LIMIT);
    RequestContext context = contexts.current();
    MetadataSnapshot snapshot = snapshots.current(context);
    RecordJson json = new RecordJson(object(snapshot, object), snapshot);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode changes = answer.putArray("changes");
    records
        .history(context, object, id(object, id), limit)
        .forEach(change -> changes.add(json.change(change)));
    return answer;
  }

  /// The version that the caller saw. Who does not say it is told the present one.
  private int expected(RequestContext context, String object, UUID id, @Nullable String ifMatch) {
    Integer version = EntityTags.version(ifMatch);
    if (version == null) {
      int current = records.get(context, object, id, List.of(SYSTEM_FIELD)).version();
      throw new ProblemException(UiError.IF_MATCH_MISSING, "current", current);
    }
    return version;
  }

  /// A record that was written, and what rules warned of.
  private record Written(RecordView record, List<Issue> warnings) {}

  private Written write(RequestContext context, RecordCommand command) {
    return records.transact(
        context,
        transaction -> {
          RecordView record = transaction.execute(command);
          return new Written(record, transaction.warnings().getOrDefault(0, List.of()));
        });
  }

  private Response.ResponseBuilder answer(
      RequestContext context, Written written, Response.ResponseBuilder builder) {
    MetadataSnapshot snapshot = snapshots.current(context);
    RecordView record = written.record();
    ObjectNode json = new RecordJson(object(snapshot, record.object()), snapshot).record(record);
    if (!written.warnings().isEmpty()) {
      ArrayNode warnings = json.putArray("warnings");
      for (Issue warning : written.warnings()) {
        warnings
            .addObject()
            .put("field", warning.subject())
            .put("code", warning.code().name())
            .put("message", MESSAGES.describe(warning, context.locale()));
      }
    }
    return builder.entity(json).header(HttpHeaders.ETAG, EntityTags.of(record.version()));
  }

  private Response.ResponseBuilder answer(
      RequestContext context, RecordView record, Response.ResponseBuilder builder) {
    MetadataSnapshot snapshot = snapshots.current(context);
    RecordJson json = new RecordJson(object(snapshot, record.object()), snapshot);
    return builder
        .entity(json.record(record))
        .header(HttpHeaders.ETAG, EntityTags.of(record.version()));
  }

  /// A path, like all addresses we hand out.
  private static String address(RecordView record) {
    return UriBuilder.fromPath("/api/data/{object}/{id}")
        .build(record.object(), record.id())
        .getRawPath();
  }

  private static String nextPage(UriInfo uri, String cursor) {
    URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
    return next.getRawPath() + "?" + next.getRawQuery();
  }

  static ObjectModel object(MetadataSnapshot snapshot, String name) {
    ObjectModel model = snapshot.object(name);
    if (model == null) {
      throw new ProblemException(RecordError.RECORD_OBJECT_UNKNOWN, "object", name);
    }
    return model;
  }

  /// What is no id at all is answered like an id that does not exist.
  static UUID id(String object, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException _) {
      // falls through to the same answer
    }
    throw new ProblemException(RecordError.RECORD_NOT_FOUND, "object", object);
  }
}
