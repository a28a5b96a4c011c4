package dev.huozi.metadata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.model.MetadataRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a sandbox tried out, as the original would take it over.
///
/// @param items what would differ in the original: its own newer changes stay
/// @param packs packs that the sandbox has and the original has not, or in another version; they go
///   first, as packs
/// @param changes what is left once the packs are there
/// @param overruled where both changed the same property since the copy: the sandbox's value is
///   taken
public record Homecoming(
    List<PlannedItem> items, List<TriedPack> packs, ChangeList changes, List<Overruled> overruled) {
  public Homecoming {
    items = List.copyOf(items);
    packs = List.copyOf(packs);
    overruled = List.copyOf(overruled);
  }

  /// A pack as the sandbox installed it.
  ///
  /// @param before the version that the original has, or null
  /// @param files texts by path
  public record TriedPack(
      String pack, String version, @Nullable String before, Map<String, String> files) {
    public TriedPack {
      files = Map.copyOf(files);
    }
  }

  /// A property that both changed.
  public record Overruled(
      MetadataRef ref,
      String path,
      @Nullable JsonNode copied,
      @Nullable JsonNode sandbox,
      @Nullable JsonNode original) {}
}
