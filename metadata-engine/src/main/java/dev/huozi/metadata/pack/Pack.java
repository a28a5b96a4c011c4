package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.MetadataRef;
import java.util.List;
import java.util.Map;

/// A pack as read: manifest and components. Free of syntax errors; whether it fits a tenant is
/// checked by the plan.
///
/// @param sources the tree of each component, with places, for messages
public record Pack(
    PackManifest manifest,
    List<MetadataChange.Put> components,
    Map<MetadataRef, SourceTree> sources) {
  public Pack {
    components = List.copyOf(components);
    sources = Map.copyOf(sources);
  }
}
