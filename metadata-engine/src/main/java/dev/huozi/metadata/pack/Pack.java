package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.SourcePlaces;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.MetadataRef;
import java.util.List;
import java.util.Map;

/// A pack as read: manifest and components. Free of syntax errors; whether it fits a tenant is checked by the plan.
///
/// @param places where each component stands in its file, for messages
public record Pack(
    PackManifest manifest, List<MetadataChange.Put> components, Map<MetadataRef, SourcePlaces> places) {
  public Pack {
    components = List.copyOf(components);
    places = Map.copyOf(places);
  }
}
