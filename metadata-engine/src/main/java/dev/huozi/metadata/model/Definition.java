package dev.huozi.metadata.model;

import dev.huozi.platform.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/// A component as it was defined: the body of one pack file, one row of the catalogue. Its record
/// components are the keys of the file, in the canonical order.
public interface Definition {
  /// API name, unique per kind without regard to case.
  String name();

  LocalizedText label();

  /// The name it had before, where a pack renames it; null otherwise.
  default @Nullable String was() {
    return null;
  }
}
