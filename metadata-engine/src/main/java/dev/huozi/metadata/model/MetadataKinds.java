package dev.huozi.metadata.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All kinds of the installation, in order of their word.
public final class MetadataKinds {
  private final Map<String, MetadataKind<?>> byId = new LinkedHashMap<>();

  public MetadataKinds(Collection<? extends MetadataKind<?>> kinds) {
    List<MetadataKind<?>> sorted = new ArrayList<>(kinds);
    sorted.sort(Comparator.comparing(kind -> kind.id()));
    for (MetadataKind<?> kind : sorted) {
      if (byId.put(kind.id(), kind) != null) {
        throw new IllegalArgumentException("There are two kinds (%s).".formatted(kind.id()));
      }
    }
  }

  public Collection<MetadataKind<?>> all() {
    return byId.values();
  }

  /// The kind of that word, or null.
  public @Nullable MetadataKind<?> find(String id) {
    return byId.get(id);
  }

  /// The kind of that word, which is known to exist.
  public MetadataKind<?> get(String id) {
    MetadataKind<?> found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no kind (%s), only %s.".formatted(id, byId.keySet()));
    }
    return found;
  }
}
