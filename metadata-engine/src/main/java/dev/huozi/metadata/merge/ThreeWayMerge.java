package dev.huozi.metadata.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.merge.MergeOutcome.Conflict;
import dev.huozi.metadata.merge.MergeOutcome.LocalEdit;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Merges one component's body: what the pack had when it was installed, what the new pack has,
/// what the tenant has now.
///
/// ```
/// installed  {label: A, help: B, fields: [x, y]}
/// pack       {label: A, help: C, fields: [x, y, z]}      new field z, new help
/// tenant     {label: T, help: B, fields: [x, w, y]}      own label, own field w
/// merged     {label: T, help: C, fields: [x, w, y, z]}
/// ```
///
/// Objects merge key by key; lists of objects by what names their items (`name`, `code`, `date`, or
/// `object` with `field` or `view`); lists of distinct scalars and of lists as ordered sets;
/// everything else is one value. Where both sides changed a value differently the tenant's stands
/// and a conflict is recorded, unless a resolution names the pack's side for that path.
public final class ThreeWayMerge {
  /// Ends the path of a list whose order is meant.
  static final String ORDER = " (order)";

  private final Map<String, Side> resolutions;
  private final List<LocalEdit> localEdits = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  private ThreeWayMerge(Map<String, Side> resolutions) {
    this.resolutions = Map.copyOf(resolutions);
  }

  /// @param installed null when the component is new in the pack
  /// @param pack null when the new pack no longer has it
  /// @param tenant null when the tenant has removed it, or never had it
  /// @param resolutions decisions on earlier conflicts, by path
  public static MergeOutcome merge(
      @Nullable JsonNode installed,
      @Nullable JsonNode pack,
      @Nullable JsonNode tenant,
      Map<String, Side> resolutions) {
    ThreeWayMerge merge = new ThreeWayMerge(resolutions);
    JsonNode body = merge.value("", absent(installed), absent(pack), absent(tenant));
    return new MergeOutcome(body, merge.localEdits, merge.conflicts);
  }

  private static @Nullable JsonNode absent(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isMissingNode() ? null : node;
  }

  private @Nullable JsonNode value(
      String path,
      @Nullable JsonNode installed,
      @Nullable JsonNode pack,
      @Nullable JsonNode tenant) {
    if (Objects.equals(installed, tenant)) {
      return pack;
    }
    if (pack instanceof ObjectNode packObject && tenant instanceof ObjectNode tenantObject) {
      ObjectNode base =
          installed instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
      return object(path, base, packObject, tenantObject);
    }
    if (pack instanceof ArrayNode packArray && tenant instanceof ArrayNode tenantArray) {
      ArrayNode base =
          installed instanceof ArrayNode array ? array : JsonNodeFactory.instance.arrayNode();
      JsonNode merged = array(path, base, packArray, tenantArray);
      if (merged != null) {
        return merged;
      }
    }
    localEdits.add(new LocalEdit(path, installed, tenant));
    if (Objects.equals(installed, pack) || Objects.equals(pack, tenant)) {
      return tenant;
    }
    return conflict(path, installed, pack, tenant);
  }

  private @Nullable JsonNode conflict(
      String path,
      @Nullable JsonNode installed,
      @Nullable JsonNode pack,
      @Nullable JsonNode tenant) {
    Side chosen = resolutions.getOrDefault(path, Side.TENANT);
    conflicts.add(new Conflict(path, installed, pack, tenant, chosen));
    return chosen == Side.PACK ? pack : tenant;
  }

  private ObjectNode object(String path, ObjectNode installed, ObjectNode pack, ObjectNode tenant) {
    Set<String> keys = new LinkedHashSet<>();
    pack.fieldNames().forEachRemaining(keys::add);
    tenant.fieldNames().forEachRemaining(keys::add);
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (String key : keys) {
      JsonNode result =
          value(
              path.isEmpty() ? key : path + "." + key,
              absent(installed.get(key)),
              absent(pack.get(key)),
              absent(tenant.get(key)));
      if (result != null) {
        merged.set(key, result);
      }
    }
    return merged;
  }

  /// Null when the lists cannot be merged item by item and count as one value.
  private @Nullable ArrayNode array(
      String path, ArrayNode installed, ArrayNode pack, ArrayNode tenant) {
    Map<String, JsonNode> base = keyed(installed);
    Map<String, JsonNode> theirs = keyed(pack);
    Map<String, JsonNode> ours = keyed(tenant);
    if (base == null || theirs == null || ours == null) {
      return null;
    }
    Set<String> keys = new LinkedHashSet<>(theirs.keySet());
    keys.addAll(ours.keySet());
    Map<String, JsonNode> kept = new LinkedHashMap<>();
    for (String key : keys) {
      JsonNode result = value(path + "." + key, base.get(key), theirs.get(key), ours.get(key));
      if (result != null) {
        kept.put(key, result);
      }
    }
    // What the tenant removed and the pack still has.
    base.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> value(path + "." + key, base.get(key), null, null));
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    for (String key :
        order(
            path,
            List.copyOf(base.keySet()),
            List.copyOf(theirs.keySet()),
            List.copyOf(ours.keySet()))) {
      JsonNode item = kept.get(key);
      if (item != null) {
        merged.add(item);
      }
    }
    return merged;
  }

  /// Items by what names them. Null when names are missing or not distinct.
  static @Nullable Map<String, JsonNode> keyed(ArrayNode array) {
    Map<String, JsonNode> map = new LinkedHashMap<>();
    for (JsonNode item : array) {
      String key = key(item);
      if (key == null || map.put(key, item) != null) {
        return null;
      }
    }
    return map;
  }

  private static @Nullable String key(JsonNode item) {
    if (item.isValueNode()) {
      return item.asText();
    }
    if (item.isArray()) {
      return item.toString();
    }
    for (String property : List.of("name", "code", "date")) {
      if (item.path(property).isTextual()) {
        return item.path(property).asText();
      }
    }
    return item.path("object").isTextual()
        ? item.path("object").asText() + place(item, "field") + place(item, "view")
        : null;
  }

  private static String place(JsonNode item, String property) {
    return item.path(property).isTextual() ? "/" + item.path(property).asText() : "";
  }

  /// The merged order: the spine is the list of the side that reordered (the tenant's when both did
  /// differently, which is a conflict); items that only the other side has come right after their
  /// neighbour there.
  private List<String> order(
      String path, List<String> installed, List<String> pack, List<String> tenant) {
    boolean tenantMoved = moved(installed, tenant);
    boolean packMoved = moved(installed, pack);
    List<String> spine = tenantMoved ? tenant : pack;
    if (tenantMoved) {
      String orderPath = path + ORDER;
      localEdits.add(new LocalEdit(orderPath, names(installed), names(tenant)));
      if (packMoved && moved(pack, tenant)) {
        Side chosen = resolutions.getOrDefault(orderPath, Side.TENANT);
        conflicts.add(
            new Conflict(orderPath, names(installed), names(pack), names(tenant), chosen));
        spine = chosen == Side.PACK ? pack : tenant;
      }
    }
    List<String> other = spine == tenant ? pack : tenant;
    List<String> merged = new ArrayList<>(spine);
    for (int i = 0; i < other.size(); i++) {
      if (!merged.contains(other.get(i))) {
        int after = i == 0 ? -1 : merged.indexOf(other.get(i - 1));
        merged.add(i == 0 ? 0 : after < 0 ? merged.size() : after + 1, other.get(i));
      }
    }
    return merged;
  }

  /// Whether the items that both lists have stand in another order.
  private static boolean moved(List<String> before, List<String> after) {
    List<String> commonBefore = before.stream().filter(after::contains).toList();
    List<String> commonAfter = after.stream().filter(before::contains).toList();
    return !commonBefore.equals(commonAfter);
  }

  private static ArrayNode names(List<String> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }
}
