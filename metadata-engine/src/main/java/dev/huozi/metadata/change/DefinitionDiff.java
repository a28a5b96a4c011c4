package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The differences between two bodies of a component, property by property. Lists whose items have
/// names are compared by name; their order, where it differs for the items that both have, is one
/// property `fields (order)`. Other lists are one value.
public final class DefinitionDiff {
  private static final String ORDER = " (order)";
  private static final Set<String> STRICTER =
      Set.of("required", "unique", "readOnly", "active", "extensible");

  private final MetadataRef ref;
  private final @Nullable MetadataKind<?> kind;
  private final List<PlannedItem> items = new ArrayList<>();

  private DefinitionDiff(MetadataRef ref, @Nullable MetadataKind<?> kind) {
    this.ref = ref;
    this.kind = kind;
  }

  /// @param kind null for what is not a component, such as the list of packs
  public static List<PlannedItem> items(
      MetadataRef ref,
      @Nullable MetadataKind<?> kind,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {
    DefinitionDiff diff = new DefinitionDiff(ref, kind);
    diff.compare("", before, after);
    return diff.items;
  }

  private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before == null && after == null || before != null && before.equals(after)) {
      return;
    }
    if (before instanceof ObjectNode old && after instanceof ObjectNode wished) {
      Set<String> keys = new LinkedHashSet<>();
      wished.fieldNames().forEachRemaining(keys::add);
      old.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> compare(PropertyPath.join(path, key), old.get(key), wished.get(key)));
    } else if (before instanceof ArrayNode old
        && after instanceof ArrayNode wished
        && !lists(path, old, wished)) {
      add(path, before, after);
    } else if (!(before instanceof ArrayNode && after instanceof ArrayNode)) {
      add(path, before, after);
    }
  }

  /// False when the items have no names.
  private boolean lists(String path, ArrayNode before, ArrayNode after) {
    Map<String, JsonNode> old = named(before);
    Map<String, JsonNode> wished = named(after);
    if (old == null || wished == null) {
      return false;
    }
    Set<String> keys = new LinkedHashSet<>(wished.keySet());
    keys.addAll(old.keySet());
    keys.forEach(key -> compare(PropertyPath.join(path, key), old.get(key), wished.get(key)));
    List<String> oldOrder = old.keySet().stream().filter(wished::containsKey).toList();
    List<String> newOrder = wished.keySet().stream().filter(old::containsKey).toList();
    if (!oldOrder.equals(newOrder)) {
      add(path + ORDER, texts(oldOrder), texts(newOrder));
    }
    return true;
  }

  private static @Nullable Map<String, JsonNode> named(ArrayNode list) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    for (JsonNode item : list) {
      String name = PropertyPath.itemName(item);
      if (name == null || byName.put(name, item) != null) {
        return null;
      }
    }
    return byName;
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
  }

  private void add(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    Operation operation =
        before == null ? Operation.ADD : after == null ? Operation.REMOVE : Operation.CHANGE;
    items.add(new PlannedItem(operation, ref, path, before, after, risk(operation, path)));
  }

  private Risk risk(Operation operation, String path) {
    if (operation == Operation.REMOVE && kind != null && kind.isLossOfData(path)) {
      return Risk.DESTRUCTIVE;
    }
    boolean stricter = STRICTER.contains(path.substring(path.lastIndexOf('.') + 1));
    boolean gone = operation == Operation.REMOVE && (path.isEmpty() || path.indexOf('.') >= 0);
    return stricter || gone ? Risk.CAREFUL : Risk.SAFE;
  }
}
