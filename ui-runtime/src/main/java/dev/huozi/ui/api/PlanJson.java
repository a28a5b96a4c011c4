package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedStatement;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A plan as it is answered.
public record PlanJson(long baseVersion, List<Item> items, List<Statement> statements) {
  public PlanJson {
    items = List.copyOf(items);
    statements = List.copyOf(statements);
  }

  /// One property that differs.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      String op,
      String kind,
      String name,
      String path,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      String risk) {}

  /// One DDL statement.
  public record Statement(String sql, String lock, String rewrite, long rows) {}

  static PlanJson of(DeployPlan plan) {
    return new PlanJson(
        plan.baseVersion(),
        plan.items().stream().map(PlanJson::item).toList(),
        plan.statements().stream().map(PlanJson::statement).toList());
  }

  static Item item(PlannedItem item) {
    return new Item(
        word(item.operation()),
        item.ref().kind(),
        item.ref().name(),
        item.path(),
        item.before(),
        item.after(),
        word(item.risk()));
  }

  private static Statement statement(PlannedStatement statement) {
    return new Statement(
        statement.sql(), statement.lock().words(), word(statement.rewrite()), statement.rows());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
