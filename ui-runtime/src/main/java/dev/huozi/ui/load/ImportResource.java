package dev.huozi.ui.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.job.Batches;
import dev.huozi.record.load.job.ImportJob;
import dev.huozi.record.load.job.ImportLine;
import dev.huozi.record.load.job.ImportWorker;
import dev.huozi.record.load.job.Imports;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Imports: send a file, say where its columns go, try it, start it, watch it, take it back.
@Path("/api/imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {
  private static final int SHOWN_LINES = 100;
  private static final int MOST_LINES = 1_000;

  private final RequestContexts contexts;
  private final Imports imports;
  private final Batches batches;
  private final ImportWorker worker;

  ImportResource(RequestContexts contexts, Imports imports, Batches batches, ImportWorker worker) {
    this.contexts = contexts;
    this.imports = imports;
    this.batches = batches;
    this.worker = worker;
  }

  @GET
  @RolesAllowed(Roles.USER)
  public ObjectNode list() {
    RequestContext context = contexts.current();
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode items = json.putArray("items");
    imports.list(context).forEach(job -> items.add(ImportJson.job(job, context.locale())));
    return json;
  }

  /// Takes the file as it is sent, never more than a part of it in memory.
  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.USER)
  public Response receive(@RestQuery @Nullable String name, InputStream file) throws IOException {
    RequestContext context = contexts.current();
    if (name == null || name.isBlank()) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", "name");
    }
    ImportJob job = imports.receive(context, name, file);
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/imports/" + job.id())
        .entity(ImportJson.job(job, context.locale()))
        .build();
  }

  /// What a batch is opened with.
  public record Opening(@Nullable String name) {}

  /// Opens a batch: `POST /api/bulk/{object}?batch={id}` notes its new records there, and `undo`
  /// takes all of them back.
  @POST
  @Path("batches")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public Response open(@Nullable Opening opening) {
    RequestContext context = contexts.current();
    if (opening == null || opening.name() == null || opening.name().isBlank()) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", "name");
    }
    ImportJob job = batches.open(context, opening.name());
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/imports/" + job.id())
        .entity(ImportJson.job(job, context.locale()))
        .build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.USER)
  public ObjectNode get(@RestPath String id) {
    RequestContext context = contexts.current();
    return ImportJson.job(imports.find(context, id(id)), context.locale());
  }

  /// What a profile could look like: the last one for the same columns, or one made from the names
  /// of the columns for an object.
  @GET
  @Path("{id}/proposal")
  @RolesAllowed(Roles.USER)
  public ImportProfile propose(@RestPath String id, @RestQuery @Nullable String object) {
    RequestContext context = contexts.current();
    ImportJob job = imports.find(context, id(id));
    if (object != null) {
      return imports.propose(context, job, object);
    }
    ImportProfile remembered = imports.remembered(context, job);
    if (remembered == null) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", "object");
    }
    return remembered;
  }

  @PUT
  @Path("{id}/profile")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public ObjectNode map(@RestPath String id, @Nullable ImportProfile profile) {
    if (profile == null) {
      throw new ProblemException(UiError.BODY_MISSING);
    }
    RequestContext context = contexts.current();
    return ImportJson.job(imports.map(context, id(id), profile), context.locale());
  }

  @POST
  @Path("{id}/check")
  @RolesAllowed(Roles.USER)
  public Response check(@RestPath String id) {
    return underWay(imports.check(contexts.current(), id(id)));
  }

  @POST
  @Path("{id}/start")
  @RolesAllowed(Roles.USER)
  public Response start(@RestPath String id) {
    return underWay(imports.start(contexts.current(), id(id)));
  }

  @POST
  @Path("{id}/pause")
  @RolesAllowed(Roles.USER)
  public Response pause(@RestPath String id) {
    return underWay(imports.pause(contexts.current(), id(id)));
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed(Roles.USER)
  public Response cancel(@RestPath String id) {
    return underWay(imports.cancel(contexts.current(), id(id)));
  }

  @POST
  @Path("{id}/undo")
  @RolesAllowed(Roles.USER)
  public Response undo(@RestPath String id) {
    return underWay(imports.undo(contexts.current(), id(id)));
  }

  /// The work goes on behind; where to look is in the answer.
  private Response underWay(ImportJob job) {
    RequestContext context = contexts.current();
    worker.wake(context.tenant());
    return Response.accepted(ImportJson.job(job, context.locale()))
        .header(HttpHeaders.LOCATION, "/api/imports/" + job.id())
        .build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.USER)
  public Response delete(@RestPath String id) {
    imports.delete(contexts.current(), id(id));
    return Response.noContent().build();
  }

  /// Rows with something to say, in the order of the file.
  @GET
  @Path("{id}/lines")
  @RolesAllowed(Roles.USER)
  public ObjectNode lines(
      @RestPath String id,
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable Long after,
      @RestQuery @Nullable Integer limit) {
    RequestContext context = contexts.current();
    int most = Math.clamp(limit == null ? SHOWN_LINES : limit, 1, MOST_LINES);
    List<ImportLine> found =
        imports.lines(context, id(id), kinds(kind), after == null ? 0 : after, most);
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode lines = json.putArray("lines");
    found.forEach(line -> lines.add(ImportJson.line(line, context.locale())));
    if (found.size() == most) {
      json.put("after", found.getLast().line());
    }
    return json;
  }

  private static List<ImportLine.Kind> kinds(@Nullable String kind) {
    if (kind == null) {
      return List.of(ImportLine.Kind.values());
    }
    for (ImportLine.Kind known : ImportLine.Kind.values()) {
      if (known.code().equals(kind)) {
        return List.of(known);
      }
    }
    throw new ProblemException(
        UiError.PARAMETER_INVALID,
        "name",
        "kind",
        "value",
        kind,
        "expected",
        "refused, conflict, kept");
  }

  /// The refused rows, to be corrected and sent again.
  @GET
  @Path("{id}/refused.csv")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed(Roles.USER)
  public Response refused(@RestPath String id) {
    RequestContext context = contexts.current();
    ImportJob job = imports.find(context, id(id));
    StreamingOutput file = out -> new ErrorFile(imports, context, job).write(out);
    return Downloads.file(
        file, "text/csv;charset=UTF-8", job.name().replaceFirst("\\.[^.]*$", "") + "-refused.csv");
  }

  /// What is no id at all is answered like an id that does not exist.
  static UUID id(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the same answer
    }
    throw new ProblemException(LoadError.LOAD_NOT_FOUND);
  }
}
