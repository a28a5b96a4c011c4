package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataRef;
import java.util.HashMap;
import java.util.Map;

/// The pack on whose behalf a change list is published: its components become the pack's, and what
/// it defines is kept as the base of its next upgrade.
///
/// @param bodies what this version of the pack defines, by component, before any merge with the
///   tenant's own changes
public record PackRelease(
    String pack, String version, JsonNode manifest, Map<MetadataRef, JsonNode> bodies) {
  public PackRelease {
    bodies = Map.copyOf(bodies);
  }

  /// The bodies by component, names as `ApiName.key`.
  Map<MetadataRef, JsonNode> keyedBodies() {
    Map<MetadataRef, JsonNode> keyed = new HashMap<>();
    bodies.forEach(
        (ref, body) -> keyed.put(new MetadataRef(ref.kind(), ApiName.key(ref.name())), body));
    return keyed;
  }
}
