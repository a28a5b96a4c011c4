package dev.huozi.metadata.change;

import java.util.List;

/// What somebody wants to change at once, in one version or not at all.
///
/// @param reason free text for the list of versions, may be empty
public record ChangeList(List<MetadataChange> changes, String reason) {
  public ChangeList {
    changes = List.copyOf(changes);
  }
}
