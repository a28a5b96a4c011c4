package dev.huozi.metadata.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PackRelease;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A pack as read: manifest and components. Free of syntax errors; whether it fits a tenant is
/// checked by the plan.
///
/// @param manifestSource the tree of the manifest, with places
/// @param sources the tree of each component, with places
/// @param seeds records that it brings along
/// @param scenarios its executable tests
/// @param files the texts it was read from, by path
public record Pack(
    Origin origin,
    PackManifest manifest,
    SourceTree manifestSource,
    List<MetadataChange.Put> components,
    Map<MetadataRef, SourceTree> sources,
    List<SeedTable> seeds,
    List<Scenario> scenarios,
    Map<String, String> files) {
  public Pack {
    scenarios = List.copyOf(scenarios);
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
    return new Pack(
        Origin.FILES, manifest, source, components, Map.of(), List.of(), List.of(), Map.of());
  }

  /// The pack with these components in place of its own, for printing.
  Pack with(List<MetadataChange.Put> others) {
    return new Pack(origin, manifest, manifestSource, others, sources, seeds, scenarios, files);
  }

  /// The pack with other values for its parameters.
  ///
  /// @param issues gets definitions that cannot be read with these values
  Pack filled(MetadataKinds kinds, Map<String, JsonNode> values, Issues issues) {
    if (manifest.params().isEmpty()) {
      return this;
    }
    List<MetadataChange.Put> filled = new ArrayList<>();
    for (MetadataChange.Put put : components) {
      SourceTree source = sources.get(put.ref());
      Definition definition =
          source == null
              ? put.definition()
              : DefinitionReader.read(
                  source.with(Placeholders.fill(source.tree(), values)),
                  kinds.get(put.kind()).type(),
                  issues);
      if (definition != null) {
        filled.add(new MetadataChange.Put(put.kind(), definition));
      }
    }
    return with(filled);
  }

  /// What publishing the pack means.
  ///
  /// @param params the values that somebody chose for its parameters
  PackRelease release(JsonNode params) {
    Map<MetadataRef, JsonNode> bodies = new LinkedHashMap<>();
    for (MetadataChange.Put put : components) {
      bodies.put(put.ref(), DefinitionWriter.write((Record) put.definition()));
    }
    return new PackRelease(
        manifest.id(), manifest.version(), DefinitionWriter.write(manifest), bodies, params, files);
  }

  Pack builtIn() {
    return new Pack(
        Origin.BUILT_IN, manifest, manifestSource, components, sources, seeds, scenarios, files);
  }
}
