package dev.huozi.ui.designer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedStatement;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.schema.Rewrite;
import dev.huozi.ui.page.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what a plan does in sentences.
record PlanWords(Words words, Designer designer) {
  private static final int LONGEST = 80;

  List<DesignerPages.Group> groups(DeployPlan plan) {
    Map<MetadataRef, List<DesignerPages.Line>> byComponent = new LinkedHashMap<>();
    for (PlannedItem item : plan.items()) {
      byComponent.computeIfAbsent(item.ref(), _ -> new ArrayList<>()).add(line(item));
    }
    List<DesignerPages.Group> groups = new ArrayList<>();
    byComponent.forEach((ref, lines) ->
        groups.add(
            new DesignerPages.Group(
                words.get("kind_" + ref.kind()), label(ref), ref.name(), lines)));
    return groups;
  }

  List<DesignerPages.Statement> statements(DeployPlan plan) {
    return plan.statements().stream().map(this::statement).toList();
  }

  List<String> warnings(DeployPlan plan) {
    List<String> warnings = new ArrayList<>();
    if (plan.items().stream().anyMatch(item -> item.risk() == PlannedItem.Risk.DESTRUCTIVE)) {
      warnings.add(words.get("warn_destructive"));
    }
    if (plan.statements().stream().anyMatch(statement -> statement.rewrite() == Rewrite.REWRITE)) {
      warnings.add(words.get("warn_rewrite"));
    }
    if (plan.statements().stream().anyMatch(PlanWords::isLongLock)) {
      warnings.add(words.get("warn_lock"));
    }
    return warnings;
  }

  private DesignerPages.Line line(PlannedItem item) {
    String sign =
        switch (item.operation()) {
          case ADD -> "+";
          case CHANGE -> "~";
          case REMOVE -> "-";
        };
    return new DesignerPages.Line(
        sign, sentence(item), item.risk().name().toLowerCase(Locale.ROOT));
  }

  private String sentence(PlannedItem item) {
    String[] path = item.path().split("\\.", 3);
    if (item.path().isEmpty()) {
      return words.get(
          "operation_" + item.operation().name().toLowerCase(Locale.ROOT),
          words.get("kind_" + item.ref().kind()));
    }
    if (path[0].equals("fields") && path.length == 2) {
      String operation = item.operation().name().toLowerCase(Locale.ROOT);
      JsonNode shown = item.after() == null ? item.before() : item.after();
      return words.get(
          "operation_field_" + operation, fieldLabel(shown, path[1]), fieldType(shown));
    }
    return switch (item.operation()) {
      case ADD -> words.get("operation_property_add", property(item.path()), value(item.after()));
      case REMOVE ->
          words.get("operation_property_remove", property(item.path()), value(item.before()));
      case CHANGE ->
          words.get(
              "operation_property_change",
              property(item.path()),
              value(item.before()),
              value(item.after()));
    };
  }

  private String fieldLabel(@Nullable JsonNode field, String name) {
    JsonNode label = field == null ? null : field.path("label").path(words.locale().getLanguage());
    return label != null && label.isTextual() ? label.textValue() + " (" + name + ")" : name;
  }

  private String fieldType(@Nullable JsonNode field) {
    String type = field == null ? "" : field.path("type").asText("");
    return type.isEmpty() ? "" : words.get("type_" + type);
  }

  /// A property path as a reader understands it: `字段 › amount › 名称 › zh`.
  private String property(String path) {
    return Arrays.stream(path.split("\\.")).map(this::step).collect(Collectors.joining(" › "));
  }

  private String step(String name) {
    String key = "property_" + name;
    String word = words.get(key);
    return word.equals(key) ? name : word;
  }

  private String value(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return words.get("blank");
    }
    String text = node.isTextual() ? node.textValue() : node.toString();
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }

  private String label(MetadataRef ref) {
    return designer.labelOf(ref);
  }

  private DesignerPages.Statement statement(PlannedStatement statement) {
    String key = "rewrite_" + statement.rewrite().name().toLowerCase(Locale.ROOT);
    return new DesignerPages.Statement(
        statement.sql(),
        statement.lock().words(),
        isLongLock(statement),
        words.get(key, statement.rows()));
  }

  /// Somebody waits, and not only for milliseconds.
  private static boolean isLongLock(PlannedStatement statement) {
    boolean strong =
        switch (statement.lock()) {
          case NONE, ROW_EXCLUSIVE, SHARE_UPDATE_EXCLUSIVE -> false;
          case SHARE, SHARE_ROW_EXCLUSIVE, ACCESS_EXCLUSIVE -> true;
        };
    return strong && statement.rewrite() != Rewrite.NONE;
  }
}
