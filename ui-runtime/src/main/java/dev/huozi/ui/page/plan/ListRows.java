package dev.huozi.ui.page.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.ui.page.Words;
import java.util.ArrayList;
import java.util.List;

/// The difference of two lists as rows: what came, what went, what moved. What stays where it was
/// is only counted.
final class ListRows {
  private final ValueWords values;
  private final Words words;
  private final String object;
  private final String property;

  ListRows(ValueWords values, Words words, String object, String property) {
    this.values = values;
    this.words = words;
    this.object = object;
    this.property = property;
  }

  List<PlanView.Row> between(JsonNode before, JsonNode after) {
    List<JsonNode> old = items(before);
    List<JsonNode> wished = items(after);
    List<PlanView.Row> rows = new ArrayList<>();
    old.stream()
        .filter(item -> !wished.contains(item))
        .forEach(item -> rows.add(row(Operation.REMOVE, item)));
    wished.stream()
        .filter(item -> !old.contains(item))
        .forEach(item -> rows.add(row(Operation.ADD, item)));
    List<JsonNode> stayed = old.stream().filter(wished::contains).toList();
    List<JsonNode> now = wished.stream().filter(old::contains).toList();
    int moved = 0;
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).equals(stayed.get(i))) {
        moved++;
        rows.add(moved(now.get(i), old.indexOf(now.get(i)), wished.indexOf(now.get(i))));
      }
    }
    int unmoved = now.size() - moved;
    if (unmoved > 0) {
      rows.add(new PlanView.Row(PlanView.Sign.NONE, words.get("plan_unchanged", unmoved)));
    }
    return rows;
  }

  private PlanView.Row row(Operation operation, JsonNode item) {
    return new PlanView.Row(Signs.of(words, operation), values.item(object, property, item));
  }

  private PlanView.Row moved(JsonNode item, int from, int to) {
    String text = words.get("plan_moved", values.item(object, property, item), from + 1, to + 1);
    return new PlanView.Row(Signs.moved(words), text);
  }

  private static List<JsonNode> items(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }
}
