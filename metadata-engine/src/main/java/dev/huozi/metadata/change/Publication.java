package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.PackRow;
import dev.huozi.platform.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A checked change list, ready to be applied to the catalogue it was made for.
///
/// @param after the model to come
/// @param physical its physical names
/// @param release the pack that publishes, null for the tenant itself
public record Publication(
    Catalogue before,
    Model after,
    PhysicalModel physical,
    List<DdlStatement> statements,
    DeployPlan plan,
    @Nullable PackRelease release) {
  public Publication {
    statements = List.copyOf(statements);
  }

  /// What the catalogue is to know about the pack that publishes.
  PackRow packRow(PackRelease published) {
    return new PackRow(
        published.pack(),
        published.version(),
        published.manifest(),
        published.params(),
        published.digest(),
        published.files(),
        published.bodies().entrySet().stream()
            .map(entry ->
                new PackRow.Body(entry.getKey().kind(), entry.getKey().name(), entry.getValue()))
            .toList());
  }

  /// The plan as it is kept with the version.
  String planJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (PlannedItem item : plan.items()) {
      ObjectNode one = items.addObject();
      one.put("operation", item.operation().name());
      one.put("kind", item.ref().kind());
      one.put("name", item.ref().name());
      one.put("path", item.path());
      one.set("before", item.before());
      one.set("after", item.after());
      one.put("risk", item.risk().name());
    }
    ArrayNode list = json.putArray("statements");
    for (PlannedStatement statement : plan.statements()) {
      ObjectNode one = list.addObject();
      one.put("sql", statement.sql());
      one.put("lock", statement.lock().name());
      one.put("rewrite", statement.rewrite().name());
      one.put("rows", statement.rows());
      one.put("afterwards", statement.afterwards());
    }
    return Json.write(json);
  }
}
