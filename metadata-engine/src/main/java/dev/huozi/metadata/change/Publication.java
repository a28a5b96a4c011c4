package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.Shadow;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlFragment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A checked change, ready to be applied to the catalogue it was made for.
///
/// @param after the model to come
/// @param physical its physical names
/// @param packs the installed packs then
/// @param shadows columns whose new values are made ready before
/// @param mustBeEmpty queries that give a row when something would be dropped that is not empty
/// @param release the pack that publishes, null for the tenant itself
public record Publication(
    Catalogue before,
    Model after,
    PhysicalModel physical,
    Map<String, InstalledPack> packs,
    List<DdlStatement> statements,
    List<Shadow> shadows,
    List<SqlFragment> mustBeEmpty,
    DeployPlan plan,
    @Nullable PackRelease release) {
  public Publication {
    packs = Map.copyOf(packs);
    statements = List.copyOf(statements);
    shadows = List.copyOf(shadows);
    mustBeEmpty = List.copyOf(mustBeEmpty);
  }

  @Nullable String pack() {
    return release == null ? null : release.pack();
  }

  @Nullable String packVersion() {
    return release == null || release.isRemoval() ? null : release.version();
  }

  /// Whether steps are left for after the publication.
  boolean leavesWork() {
    return statements.stream().anyMatch(statement -> statement.later() != null);
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
