package dev.huozi.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.Loss;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedStatement;
import dev.huozi.metadata.change.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan as it is answered.
///
/// @param digest tells this plan from others: whoever publishes sends it back
/// @param losses stored values that could no longer be reached; publishing them needs `destroy`
/// @param affected what uses the things that change or go
/// @param millis about how long publishing takes
public record PlanJson(
    long baseVersion,
    String digest,
    List<Item> items,
    List<Statement> statements,
    List<Lost> losses,
    List<Affected> affected,
    long millis) {
  public PlanJson {
    items = List.copyOf(items);
    statements = List.copyOf(statements);
    losses = List.copyOf(losses);
    affected = List.copyOf(affected);
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
      String risk) {
    static Item of(PlannedItem item) {
      return new Item(
          Choices.word(item.operation()),
          item.ref().kind(),
          item.ref().name(),
          item.path(),
          item.before(),
          item.after(),
          Choices.word(item.risk()));
    }
  }

  /// One DDL statement.
  ///
  /// @param bytes of the table whose rows it goes through
  /// @param afterwards true for what follows the publication, beside the work
  public record Statement(
      String sql,
      String lock,
      String rewrite,
      long rows,
      long bytes,
      boolean afterwards,
      long millis) {}

  /// Stored values that go.
  ///
  /// @param path the field, empty for all records of an object
  public record Lost(String kind, String name, String path, long rows) {}

  /// Who uses what changes.
  ///
  /// @param path the property of the user that does
  public record Affected(String kind, String name, String path, Used uses) {
    static Affected of(Use use) {
      return new Affected(
          use.user().kind(),
          use.user().name(),
          use.path(),
          new Used(use.used().kind(), use.used().name(), use.field()));
    }
  }

  /// What is used: a component, or a field of it.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Used(String kind, String name, @Nullable String field) {}

  static PlanJson of(DeployPlan plan) {
    return new PlanJson(
        plan.baseVersion(),
        plan.digest(),
        plan.items().stream().map(Item::of).toList(),
        plan.statements().stream().map(PlanJson::statement).toList(),
        plan.losses().stream().map(PlanJson::lost).toList(),
        plan.affected().stream().map(Affected::of).toList(),
        plan.estimate().toMillis());
  }

  private static Statement statement(PlannedStatement statement) {
    return new Statement(
        statement.sql(),
        statement.lock().words(),
        Choices.word(statement.rewrite()),
        statement.rows(),
        statement.bytes(),
        statement.afterwards(),
        statement.millis());
  }

  private static Lost lost(Loss loss) {
    return new Lost(loss.ref().kind(), loss.ref().name(), loss.path(), loss.rows());
  }
}
