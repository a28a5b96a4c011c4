package dev.huozi.ui.page.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.ui.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns planned items into the tree: kinds, components, properties. Also names single properties
/// and values in the same words.
public final class ChangeTree {
  /// What the line of a new item says already.
  private static final Set<String> SAID = Set.of("name", "code", "label", "type");

  private static final int FEW_ROWS = 6;
  private static final int FEW_COMPONENTS = 8;
  private static final int FEW_LINES = 12;

  private final ModelLabels labels;
  private final PropertyWords properties;
  private final ValueWords values;
  private final ComponentLinks links;
  private final Words words;

  ChangeTree(ModelLabels labels, ComponentLinks links) {
    this.labels = labels;
    this.links = links;
    this.words = labels.words();
    this.properties = new PropertyWords(labels);
    this.values = new ValueWords(labels, properties);
  }

  public List<PlanView.Kind> of(List<PlannedItem> items) {
    Map<String, Map<MetadataRef, List<PlannedItem>>> byKind = new LinkedHashMap<>();
    items.stream()
        .sorted(Comparator.comparingInt(item -> KindWords.rank(item.ref().kind())))
        .forEach(item ->
            byKind
                .computeIfAbsent(item.ref().kind(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(item.ref(), _ -> new ArrayList<>())
                .add(item));
    boolean few =
        byKind.values().stream().mapToInt(Map::size).sum() <= FEW_COMPONENTS
            || items.size() <= FEW_LINES;
    List<PlanView.Kind> kinds = new ArrayList<>();
    byKind.forEach((kind, components) ->
        kinds.add(
            new PlanView.Kind(
                KindWords.label(words, kind),
                KindWords.icon(kind),
                components.entrySet().stream()
                    .map(entry -> component(entry.getKey(), entry.getValue(), few))
                    .toList())));
    return kinds;
  }

  /// The label of a component.
  public String component(MetadataRef ref) {
    return labels.component(ref);
  }

  /// The label of a field of the object that the component is about.
  public String field(MetadataRef ref, String field) {
    return labels.field(labels.objectOf(ref), field);
  }

  /// The page of a component, or null.
  public @Nullable String href(MetadataRef ref) {
    return links.href(ref);
  }

  /// The value of a property: one line, or a line for each item of a list.
  public List<String> values(MetadataRef ref, String path, @Nullable JsonNode value) {
    String property = property(ref, path);
    String object = labels.objectOf(ref);
    return value == null
        ? List.of(values.text(object, property, null))
        : values.rows(object, property, value);
  }

  /// A property as a reader calls it; empty for the whole component.
  public String path(MetadataRef ref, String path) {
    return path.isEmpty() ? "" : properties.path(ref, path);
  }

  private PlanView.Component component(MetadataRef ref, List<PlannedItem> items, boolean few) {
    Risk risk = items.stream().map(PlannedItem::risk).max(Comparator.naturalOrder()).orElseThrow();
    boolean whole = items.size() == 1 && items.getFirst().path().isEmpty();
    return new PlanView.Component(
        Signs.of(words, whole ? items.getFirst().operation() : Operation.CHANGE),
        labels.component(ref),
        ref.name(),
        links.href(ref),
        Signs.of(words, risk),
        !whole && (few || risk == Risk.DESTRUCTIVE),
        items.stream().flatMap(item -> lines(item).stream()).toList());
  }

  /// A whole component becomes a line for each of its properties.
  private List<PlanView.Line> lines(PlannedItem item) {
    JsonNode whole = item.path().isEmpty() ? present(item) : null;
    if (whole == null || !whole.isObject()) {
      return List.of(line(item));
    }
    List<PlanView.Line> lines = new ArrayList<>();
    whole
        .properties()
        .forEach(entry -> {
          if (!entry.getKey().equals("name")) {
            lines.add(line(part(item, entry.getKey(), entry.getValue())));
          }
        });
    return lines;
  }

  /// The risk is that of the whole and said there.
  private static PlannedItem part(PlannedItem item, String key, JsonNode value) {
    boolean gone = item.operation() == Operation.REMOVE;
    return new PlannedItem(
        item.operation(), item.ref(), key, gone ? value : null, gone ? null : value, Risk.SAFE);
  }

  private PlanView.Line line(PlannedItem item) {
    String property = property(item.ref(), item.path());
    JsonNode before = item.before();
    JsonNode after = item.after();
    if (before instanceof ArrayNode && after instanceof ArrayNode) {
      List<PlanView.Row> rows =
          new ListRows(values, words, labels.objectOf(item.ref()), property).between(before, after);
      return line(item, "", null, null, rows);
    }
    JsonNode present = present(item);
    if (present != null && item.operation() != Operation.CHANGE && !isPlain(present)) {
      return line(item, values.type(present), null, null, contents(item, property, present));
    }
    String object = labels.objectOf(item.ref());
    return line(
        item,
        "",
        before == null ? null : values.text(object, property, before),
        after == null ? null : values.text(object, property, after),
        List.of());
  }

  private PlanView.Line line(
      PlannedItem item,
      String detail,
      @Nullable String before,
      @Nullable String after,
      List<PlanView.Row> rows) {
    return new PlanView.Line(
        Signs.of(words, item.operation()),
        path(item.ref(), item.path()),
        detail,
        before,
        after,
        rows,
        rows.size() > FEW_ROWS,
        Signs.of(words, item.risk()));
  }

  /// What is inside of something that comes or goes.
  private List<PlanView.Row> contents(PlannedItem item, String property, JsonNode node) {
    String object = labels.objectOf(item.ref());
    List<PlanView.Row> rows = new ArrayList<>();
    if (node.isArray()) {
      values.rows(object, property, node).forEach(row -> rows.add(plain(row)));
      return rows;
    }
    boolean named = PropertyPath.itemName(node) != null;
    node.properties()
        .forEach(entry -> {
          String key = entry.getKey();
          if (!named || !SAID.contains(key)) {
            String text = values.text(object, key, entry.getValue());
            rows.add(plain(properties.property(key) + words.get("colon") + text));
          }
        });
    return rows;
  }

  /// The property's own name: the last step of the path.
  private String property(MetadataRef ref, String path) {
    String plain = properties.withoutName(ref, path.replace(PropertyWords.ORDER, ""));
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  private static PlanView.Row plain(String text) {
    return new PlanView.Row(PlanView.Sign.NONE, text);
  }

  private static boolean isPlain(JsonNode node) {
    return node.isValueNode() || ValueWords.isLabel(node);
  }

  private static @Nullable JsonNode present(PlannedItem item) {
    return item.after() == null ? item.before() : item.after();
  }
}
