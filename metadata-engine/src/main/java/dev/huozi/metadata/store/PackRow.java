package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A release of a pack as the catalogue keeps it.
///
/// @param manifest null when the pack goes
/// @param digest tells the files from those of other releases
/// @param bodies the components as the pack defines them
public record PackRow(
    String pack,
    String version,
    @Nullable JsonNode manifest,
    JsonNode params,
    String digest,
    Map<String, String> files,
    List<Body> bodies) {
  public PackRow {
    files = Map.copyOf(files);
    bodies = List.copyOf(bodies);
  }

  /// A component as a pack defines it.
  public record Body(String kind, String name, JsonNode body) {}
}
