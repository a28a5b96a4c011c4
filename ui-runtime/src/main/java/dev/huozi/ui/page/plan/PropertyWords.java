package dev.huozi.ui.page.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.model.MetadataRef;
import java.util.ArrayList;
import java.util.List;

/// Says properties in words: `fields.amount.label.zh` is `字段 › 金额 › 名称 › 中文`.
final class PropertyWords {
  /// How the diff marks the order of a list.
  static final String ORDER = " (order)";

  private final ModelLabels labels;

  PropertyWords(ModelLabels labels) {
    this.labels = labels;
  }

  String path(MetadataRef ref, String path) {
    boolean order = path.endsWith(ORDER);
    String plain = order ? path.substring(0, path.length() - ORDER.length()) : path;
    List<String> steps = new ArrayList<>();
    String at = "";
    for (String step : withoutName(ref, plain).split("\\.")) {
      at = PropertyPath.join(at, step);
      if (!isPlace(step)) {
        steps.add(step(ref, at, step));
      }
    }
    if (order) {
      steps.add(labels.words().get("property_order"));
    }
    return String.join(" › ", steps);
  }

  /// The path without a last step that is a name in a list of names: `columns` for
  /// `columns.amount`.
  String withoutName(MetadataRef ref, String path) {
    int last = path.lastIndexOf('.');
    String parent = path.substring(path.lastIndexOf('.', last - 1) + 1, Math.max(last, 0));
    boolean name = ValueWords.holdsNames(parent) && !labels.item(ref, path).isObject();
    return last > 0 && name ? path.substring(0, last) : path;
  }

  /// The word of one property, else its API name.
  String property(String name) {
    String key = "property_" + name;
    String word = labels.words().get(key);
    return word.equals(key) ? name : word;
  }

  /// The number of an item without a name says nothing to a reader.
  private static boolean isPlace(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private String step(MetadataRef ref, String at, String name) {
    JsonNode item = labels.item(ref, at);
    boolean named = item.isObject() && name.equals(PropertyPath.itemName(item));
    return named ? labels.text(item.path("label"), name) : property(name);
  }
}
