package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PackRelease;
import dev.huozi.metadata.model.MetadataRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A pack as read: manifest and components. Free of syntax errors; whether it fits a tenant is
/// checked by the plan.
///
/// @param manifestSource the tree of the manifest, with places
/// @param sources the tree of each component, with places
/// @param seeds records that it brings along
/// @param files the texts it was read from, by path
public record Pack(
    Origin origin,
    PackManifest manifest,
    SourceTree manifestSource,
    List<MetadataChange.Put> components,
    Map<MetadataRef, SourceTree> sources,
    List<SeedTable> seeds,
    Map<String, String> files) {
  public Pack {
    components = List.copyOf(components);
    sources = Map.copyOf(sources);
    seeds = List.copyOf(seeds);
    files = Map.copyOf(files);
  }

  /// Where a pack comes from.
  public enum Origin {
    /// From outside.
    FILES,
    /// Part of this program.
    BUILT_IN
  }

  /// A pack that comes from no files.
  static Pack made(PackManifest manifest, List<MetadataChange.Put> components) {
    SourceTree source = SourceTree.of(DefinitionWriter.write(manifest));
    return new Pack(Origin.FILES, manifest, source, components, Map.of(), List.of(), Map.of());
  }

  /// What publishing the pack means.
  PackRelease release() {
    Map<MetadataRef, JsonNode> bodies = new LinkedHashMap<>();
    for (MetadataChange.Put put : components) {
      bodies.put(put.ref(), DefinitionWriter.write((Record) put.definition()));
    }
    return new PackRelease(
        manifest.id(),
        manifest.version(),
        DefinitionWriter.write(manifest),
        bodies,
        JsonNodeFactory.instance.objectNode(),
        files);
  }

  Pack builtIn() {
    return new Pack(
        Origin.BUILT_IN, manifest, manifestSource, components, sources, seeds, files);
  }
}
