package dev.huozi.metadata.change;

import dev.huozi.metadata.model.MetadataRef;

/// Stored values that a change puts out of reach.
///
/// @param path the field's place inside the component, empty for all records of an object
/// @param rows how many records hold a value there
public record Loss(MetadataRef ref, String path, long rows) {
  /// The component and the place inside: `object visit fields.note`.
  public String subject() {
    return path.isEmpty() ? ref.toString() : ref + " " + path;
  }
}
