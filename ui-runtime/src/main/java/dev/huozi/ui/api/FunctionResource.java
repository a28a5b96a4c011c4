package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.formula.script.Scripts;
import dev.huozi.metadata.function.Function;
import dev.huozi.metadata.function.FunctionError;
import dev.huozi.metadata.function.FunctionKind;
import dev.huozi.metadata.function.FunctionScripts;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Published functions, tried out by those who design: `{"rows": [{"amount": 100}]}` gives
/// `{"rows": [{"fee": 1.5}]}`. Nothing is stored.
@Path("/api/functions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class FunctionResource {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;
  private final Scripts scripts;

  FunctionResource(RequestContexts contexts, SnapshotRegistry snapshots, Scripts scripts) {
    this.contexts = contexts;
    this.snapshots = snapshots;
    this.scripts = scripts;
  }

  /// Inputs by name, for each row.
  public record Call(@Nullable List<Map<String, JsonNode>> rows) {}

  @POST
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public ObjectNode run(@RestPath String name, @Nullable Call body) {
    List<Map<String, JsonNode>> given = Bodies.required(Bodies.required(body).rows(), "rows");
    RequestContext context = contexts.current();
    Function function = snapshots.current(context).find(FunctionKind.KIND, name);
    if (function == null) {
      throw new ProblemException(FunctionError.FUNCTION_NOT_FOUND, "name", name);
    }
    Issues issues = new Issues();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      rows.add(row(function, given.get(i), "rows." + i, issues));
    }
    issues.throwIfErrors(PlatformError.INVALID);
    ObjectNode answer = NODES.objectNode();
    ArrayNode results = answer.putArray("rows");
    scripts
        .run(context.tenant().id(), FunctionScripts.script(function), rows)
        .forEach(result -> write(result, results.addObject()));
    return answer;
  }

  private static Map<String, @Nullable Object> row(
      Function function, Map<String, JsonNode> given, String path, Issues issues) {
    Map<String, @Nullable Object> values = new HashMap<>();
    given.forEach((name, node) -> {
      String at = path + "." + name;
      Function.Parameter input = Function.find(function.inputs(), name);
      if (input == null) {
        issues.error(
            FunctionError.FUNCTION_PARAMETER,
            at,
            "name",
            name,
            "choices",
            function.inputs().stream().map(Function.Parameter::name).toList());
        return;
      }
      Object value = node.isNull() ? null : FunctionScripts.type(input).parse(text(node));
      if (value == null && !node.isNull()) {
        issues.error(
            FunctionError.FUNCTION_VALUE,
            at,
            "name",
            name,
            "type",
            input.type(),
            "value",
            node.toString());
      }
      values.put(name, value);
    });
    return values;
  }

  private static String text(JsonNode node) {
    return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
  }

  private static void write(Map<String, @Nullable Object> result, ObjectNode json) {
    result.forEach((name, value) -> {
      switch (value) {
        case null -> json.putNull(name);
        case BigDecimal number -> json.put(name, number);
        case Boolean flag -> json.put(name, flag);
        default -> json.put(name, value.toString());
      }
    });
  }
}
