package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.model.MetadataRef;
import org.jspecify.annotations.Nullable;

/// One difference between the published model and the wished one.
///
/// @param path property inside the component, list items by their name: `fields.amount.label.zh`;
///   empty for the whole component
/// @param before the value now, null when there is none
/// @param after the value then, null when there is none
public record PlannedItem(
    Operation operation,
    MetadataRef ref,
    String path,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    Risk risk) {

  /// The component and the place inside: `object visit fields.note`.
  String subject() {
    return path.isEmpty() ? ref.toString() : ref + " " + path;
  }

  PlannedItem with(Risk other) {
    return new PlannedItem(operation, ref, path, before, after, other);
  }

  /// What happens to the property.
  public enum Operation {
    ADD,
    CHANGE,
    REMOVE
  }

  /// How much a person should think before saying yes.
  public enum Risk {
    /// Nothing stored is touched.
    SAFE,
    /// Somebody will notice: a rule becomes stricter, a thing disappears from view.
    CAREFUL,
    /// Something stored can no longer be reached.
    DESTRUCTIVE
  }
}
