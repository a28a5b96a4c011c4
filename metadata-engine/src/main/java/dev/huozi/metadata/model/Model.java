package dev.huozi.metadata.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The components of a tenant at one moment, by kind and name. Immutable.
public final class Model implements ModelView {
  public static final Model EMPTY = new Model(java.util.List.of());

  private final Map<String, TreeMap<String, Component>> byKind = new HashMap<>();

  /// Components of one kind whose names differ only in case replace each other, the last one stays.
  public Model(Collection<Component> components) {
    for (Component component : components) {
      byKind
          .computeIfAbsent(component.kind(), _ -> new TreeMap<>())
          .put(ApiName.key(component.definition().name()), component);
    }
  }

  @Override
  public <D extends Definition> @Nullable D find(MetadataKind<D> kind, String name) {
    Component found = component(kind.id(), name);
    return found == null ? null : kind.type().cast(found.definition());
  }

  @Override
  public <D extends Definition> Collection<D> all(MetadataKind<D> kind) {
    return components(kind.id()).stream()
        .map(component -> kind.type().cast(component.definition()))
        .toList();
  }

  /// The component of that kind and name (case does not count), or null.
  public @Nullable Component component(String kind, String name) {
    TreeMap<String, Component> ofKind = byKind.get(kind);
    return ofKind == null ? null : ofKind.get(ApiName.key(name));
  }

  public @Nullable Component component(MetadataRef ref) {
    return component(ref.kind(), ref.name());
  }

  /// The components of a kind in order of name.
  public Collection<Component> components(String kind) {
    TreeMap<String, Component> ofKind = byKind.get(kind);
    return ofKind == null
        ? Collections.emptyList()
        : Collections.unmodifiableCollection(ofKind.values());
  }

  /// All components, by kind, then name.
  public Collection<Component> components() {
    return new TreeMap<>(byKind)
        .values().stream().flatMap(ofKind -> ofKind.values().stream()).toList();
  }
}
