package dev.huozi.ui.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordTransaction;
import dev.huozi.record.RowOutcome;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Several changes to several objects in one call: all of them or none. A record that the call
/// makes may be given a name, and later changes refer to it by that name.
@Path("/api/composite")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CompositeResource {
  private static final int MOST = 200;
  private static final String REFERENCE = "$ref";

  private final RequestContexts contexts;
  private final RecordService records;

  CompositeResource(RequestContexts contexts, RecordService records) {
    this.contexts = contexts;
    this.records = records;
  }

  /// What is sent.
  public record Composite(@Nullable List<Operation> operations) {}

  /// One change.
  ///
  /// @param op `create`, `update`, `upsert` or `delete`
  /// @param as what later operations call the record
  /// @param key for an upsert: the unique field it is found by
  /// @param id for an update or a deletion; or `{"$ref": "name"}`
  /// @param version that the caller saw, for an update or a deletion
  /// @param values as in the API of the object; a reference may be `{"$ref": "name"}`
  public record Operation(
      @Nullable String op,
      @Nullable String object,
      @Nullable String as,
      @Nullable String key,
      @Nullable JsonNode id,
      @Nullable Integer version,
      @Nullable ObjectNode values) {}

  @POST
  @RolesAllowed(Roles.USER)
  public ObjectNode run(@Nullable Composite body) {
    if (body == null || body.operations() == null) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", "operations");
    }
    List<Operation> operations = body.operations();
    if (operations.size() > MOST) {
      throw new ProblemException(UiError.BULK_TOO_MANY, "count", operations.size(), "limit", MOST);
    }
    return records.transact(
        contexts.current(), transaction -> new Run(transaction).all(operations));
  }

  /// One attempt at all of it.
  private static final class Run {
    private final RecordTransaction transaction;
    private final Map<String, UUID> names = new HashMap<>();
    private final ArrayNode results = Json.mapper().createArrayNode();

    Run(RecordTransaction transaction) {
      this.transaction = transaction;
    }

    ObjectNode all(List<Operation> operations) {
      for (int i = 0; i < operations.size(); i++) {
        run("operations[" + i + "]", operations.get(i));
      }
      ObjectNode answer = Json.mapper().createObjectNode();
      answer.set("results", results);
      return answer;
    }

    private void run(String place, Operation operation) {
      String object = required(operation.object(), place + ".object");
      String op = required(operation.op(), place + ".op");
      switch (op) {
        case "create", "update", "upsert" -> write(place, operation, object, op);
        case "delete" -> delete(place, operation, object);
        default ->
            throw new ProblemException(
                UiError.PARAMETER_INVALID,
                "name",
                place + ".op",
                "value",
                op,
                "expected",
                "create, update, upsert, delete");
      }
    }

    private void write(String place, Operation operation, String object, String op) {
      ObjectNode values =
          operation.values() == null
              ? Json.mapper().createObjectNode()
              : resolved(place, operation.values());
      String key = op.equals("upsert") ? required(operation.key(), place + ".key") : null;
      BulkWrite.Mode mode =
          switch (op) {
            case "create" -> BulkWrite.Mode.CREATE;
            case "update" -> BulkWrite.Mode.UPDATE;
            default -> BulkWrite.Mode.UPSERT;
          };
      if (mode == BulkWrite.Mode.UPDATE) {
        key = BulkWrite.ID;
        values.put(BulkWrite.ID, id(place, operation).toString());
        values.put("version", version(place, operation));
      }
      RowOutcome outcome =
          transaction.write(new BulkWrite(object, mode, key, List.of(values))).getFirst();
      switch (outcome) {
        case RowOutcome.Created(UUID id) -> done(operation, "created", id, 1);
        case RowOutcome.Updated(UUID id, int version) -> done(operation, "updated", id, version);
        case RowOutcome.Unchanged(UUID id, int version) ->
            done(operation, "unchanged", id, version);
        case RowOutcome.Differs(UUID id, int version, _) ->
            done(operation, "unchanged", id, version);
        case RowOutcome.Refused(List<Issue> issues) -> throw refused(place, issues);
      }
    }

    private void delete(String place, Operation operation, String object) {
      UUID id = id(place, operation);
      transaction.execute(new RecordCommand.Delete(object, id, version(place, operation)));
      done(operation, "deleted", id, null);
    }

    private void done(Operation operation, String outcome, UUID id, @Nullable Integer version) {
      if (operation.as() != null) {
        names.put(operation.as(), id);
      }
      results.addObject().put("outcome", outcome).put("id", id.toString()).put("version", version);
    }

    private static ProblemException refused(String place, List<Issue> issues) {
      List<Issue> placed = new ArrayList<>();
      for (Issue issue : issues) {
        String subject = issue.subject() == null ? place : place + "." + issue.subject();
        placed.add(new Issue(issue.code(), issue.severity(), subject, null, issue.parameters()));
      }
      boolean misshapen = issues.stream().anyMatch(issue -> issue.code().status() == 400);
      return new ProblemException(
          misshapen ? RecordError.RECORD_PROPERTIES_REFUSED : RecordError.RECORD_INVALID, placed);
    }

    private UUID id(String place, Operation operation) {
      JsonNode given = operation.id();
      JsonNode id = given == null ? null : resolve(place + ".id", given);
      if (id == null || !id.isTextual()) {
        throw new ProblemException(UiError.PROPERTY_MISSING, "name", place + ".id");
      }
      try {
        return UUID.fromString(id.textValue());
      } catch (IllegalArgumentException e) {
        throw new ProblemException(
            RecordError.RECORD_NOT_FOUND, "object", Objects.requireNonNull(operation.object()));
      }
    }

    private static int version(String place, Operation operation) {
      if (operation.version() == null) {
        throw new ProblemException(UiError.PROPERTY_MISSING, "name", place + ".version");
      }
      return operation.version();
    }

    private ObjectNode resolved(String place, ObjectNode values) {
      ObjectNode all = Json.mapper().createObjectNode();
      for (Map.Entry<String, JsonNode> value : values.properties()) {
        all.set(value.getKey(), resolve(place + "." + value.getKey(), value.getValue()));
      }
      return all;
    }

    /// The id behind a name; everything else stays.
    private JsonNode resolve(String place, JsonNode value) {
      JsonNode name = value.path(REFERENCE);
      if (name.isMissingNode()) {
        return value;
      }
      UUID id = name.isTextual() ? names.get(name.textValue()) : null;
      if (id == null) {
        throw new ProblemException(
            UiError.PARAMETER_INVALID,
            "name",
            place,
            "value",
            name.asText(),
            "expected",
            String.join(", ", names.keySet()));
      }
      if (value.has("object")) {
        return Json.mapper()
            .createObjectNode()
            .put("object", value.path("object").asText())
            .put("id", id.toString());
      }
      return TextNode.valueOf(id.toString());
    }

    private static String required(@Nullable String value, String name) {
      if (value == null || value.isBlank()) {
        throw new ProblemException(UiError.PROPERTY_MISSING, "name", name);
      }
      return value;
    }
  }
}
