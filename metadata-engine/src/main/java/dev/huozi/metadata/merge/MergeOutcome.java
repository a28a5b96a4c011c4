package dev.huozi.metadata.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of merging one component.
///
/// @param body the merged body; null when the component is gone on both sides, or on the side that
///   prevails
/// @param localEdits every property in which the tenant differs from the installed pack, kept or in
///   conflict
/// @param conflicts the properties that pack and tenant changed differently; the tenant's value
///   stands unless it was resolved
public record MergeOutcome(
    @Nullable JsonNode body, List<LocalEdit> localEdits, List<Conflict> conflicts) {
  public MergeOutcome {
    localEdits = List.copyOf(localEdits);
    conflicts = List.copyOf(conflicts);
  }

  /// A property that the tenant changed since the pack was installed. Values are null where there
  /// is none.
  ///
  /// @param path for example `fields.grade.label.zh`, or `fields (order)`
  public record LocalEdit(String path, @Nullable JsonNode installed, @Nullable JsonNode tenant) {}

  /// A property that both changed, differently.
  public record Conflict(
      String path,
      @Nullable JsonNode installed,
      @Nullable JsonNode pack,
      @Nullable JsonNode tenant,
      Side chosen) {}

  /// Whose value stands.
  public enum Side {
    TENANT,
    PACK
  }
}
