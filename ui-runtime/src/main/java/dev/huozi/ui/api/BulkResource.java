package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordService;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.job.Batches;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.load.BulkLines;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Many records of one object at once: as JSON all of them or none, as lines of JSON each for
/// itself.
@Path("/api/bulk/{object}")
@RunOnVirtualThread
public final class BulkResource {
  static final int LIMIT = 1000;
  static final String LINES = "application/x-ndjson";

  private final RequestContexts contexts;
  private final RecordService records;
  private final Batches batches;
  private final BulkLines lines;

  BulkResource(RequestContexts contexts, RecordService records, Batches batches, BulkLines lines) {
    this.contexts = contexts;
    this.records = records;
    this.batches = batches;
    this.lines = lines;
  }

  /// What is sent.
  public record Bulk(@Nullable List<ObjectNode> records) {}

  /// What comes back, in the order of what was sent.
  public record Created(List<UUID> ids) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public Created create(@RestPath String object, UriInfo uri, @Nullable Bulk body) {
    UUID batch = batch(QueryParameters.of(uri, "batch").text("batch"));
    List<ObjectNode> wanted = Bodies.required(Bodies.required(body).records(), "records");
    if (wanted.size() > LIMIT) {
      throw new ProblemException(UiError.BULK_TOO_MANY, "count", wanted.size(), "limit", LIMIT);
    }
    return new Created(
        batch == null
            ? records.createAll(contexts.current(), object, wanted)
            : batches.createAll(contexts.current(), batch, object, wanted));
  }

  private static @Nullable UUID batch(@Nullable String id) {
    try {
      return id == null ? null : UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(LoadError.LOAD_NOT_FOUND);
    }
  }

  /// One record a line; the answer has one line for each, in their order, that says what became of
  /// it. Bad lines never stop good ones.
  @POST
  @Consumes(LINES)
  @Produces(LINES)
  @RolesAllowed(Roles.USER)
  public byte[] write(@RestPath String object, UriInfo uri, InputStream body) throws IOException {
    QueryParameters query = QueryParameters.of(uri, "mode", "key");
    String key = query.text("key");
    BulkWrite.Mode mode = mode(query.text("mode"), key);
    if (key == null && mode != BulkWrite.Mode.CREATE) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", "key");
    }
    return lines.write(contexts.current(), new BulkLines.Wanted(object, mode, key), body);
  }

  private static BulkWrite.Mode mode(@Nullable String text, @Nullable String key) {
    return switch (text) {
      case null -> key == null ? BulkWrite.Mode.CREATE : BulkWrite.Mode.UPSERT;
      case "create" -> BulkWrite.Mode.CREATE;
      case "update" -> BulkWrite.Mode.UPDATE;
      case "upsert" -> BulkWrite.Mode.UPSERT;
      default ->
          throw new ProblemException(
              UiError.PARAMETER_INVALID,
              "name",
              "mode",
              "value",
              text,
              "expected",
              "create, update, upsert");
    };
  }
}
