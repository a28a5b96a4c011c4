package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.merge.ThreeWayMerge;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.store.Catalogue;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The program relies on the objects of its own pack. On the way back to an older version they stay
/// as the program has them now; what the tenant had changed about them then counts again.
final class SystemParts {
  private final MetadataKinds kinds;
  private final Catalogue now;
  private final Map<MetadataRef, JsonNode> newBodies;
  private final Map<MetadataRef, JsonNode> oldBodies;

  private SystemParts(MetadataKinds kinds, Catalogue now, Catalogue then) {
    this.kinds = kinds;
    this.now = now;
    this.newBodies = bodies(now);
    this.oldBodies = bodies(then);
  }

  private static Map<MetadataRef, JsonNode> bodies(Catalogue catalogue) {
    InstalledPack system = catalogue.packs().get(Component.SYSTEM);
    return system == null ? Map.of() : system.components();
  }

  /// The former state with the system pack of today.
  static Catalogue kept(MetadataKinds kinds, Catalogue now, Catalogue then) {
    SystemParts parts = new SystemParts(kinds, now, then);
    return parts.newBodies.equals(parts.oldBodies) ? then : parts.merged(then);
  }

  private Catalogue merged(Catalogue then) {
    Map<Long, Component> components = new HashMap<>();
    then.model().components().stream()
        .filter(component -> !component.pack().equals(Component.SYSTEM))
        .forEach(component -> components.put(component.id(), component));
    for (Component present : now.model().components()) {
      if (present.pack().equals(Component.SYSTEM)) {
        components.put(present.id(), component(present, then.model().component(present.ref())));
      }
    }
    Map<String, InstalledPack> packs = new HashMap<>(then.packs());
    InstalledPack system = now.packs().get(Component.SYSTEM);
    if (system != null) {
      packs.put(Component.SYSTEM, system);
    }
    List<Component> all = new ArrayList<>(components.values());
    return new Catalogue(then.version(), new Model(all), then.physical(), packs);
  }

  private Component component(Component present, @Nullable Component former) {
    MetadataRef key = new MetadataRef(present.kind(), ApiName.key(present.ref().name()));
    JsonNode base = oldBodies.get(key);
    if (former == null || base == null) {
      return present;
    }
    JsonNode body =
        ThreeWayMerge.merge(
                base,
                newBodies.get(key),
                DefinitionWriter.write((Record) former.definition()),
                Map.of())
            .body();
    Issues issues = new Issues();
    Definition merged =
        body == null
            ? null
            : DefinitionReader.read(SourceTree.of(body), kinds.get(present.kind()).type(), issues);
    return merged == null
        ? present
        : new Component(present.id(), present.kind(), present.pack(), merged);
  }
}
