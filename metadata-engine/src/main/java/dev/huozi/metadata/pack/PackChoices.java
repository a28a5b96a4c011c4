package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import dev.huozi.metadata.model.MetadataRef;
import java.util.HashMap;
import java.util.Map;

/// What a person decided about a pack before applying it.
///
/// @param conflicts whose value stands, by `PackChoices.key`; the tenant's where nothing is said
/// @param params values of the pack's parameters by name; those not named keep what the tenant has,
///   else the pack's default
public record PackChoices(Map<String, Side> conflicts, Map<String, JsonNode> params) {
  public static final PackChoices NONE = new PackChoices(Map.of(), Map.of());

  public PackChoices {
    conflicts = Map.copyOf(conflicts);
    params = Map.copyOf(params);
  }

  /// Names one property of one component: `object/visit#fields.type.label.zh`.
  public static String key(MetadataRef ref, String path) {
    return ref.kind() + "/" + ref.name() + "#" + path;
  }

  /// The decisions about one component, by property path.
  Map<String, Side> about(MetadataRef ref) {
    String prefix = key(ref, "");
    Map<String, Side> found = new HashMap<>();
    conflicts.forEach((key, side) -> {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), side);
      }
    });
    return found;
  }
}
