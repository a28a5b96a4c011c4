package dev.huozi.metadata.change;

import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataRef;

/// One wish of a change list.
public sealed interface MetadataChange {
  /// The component that is wished to change.
  MetadataRef ref();

  /// Create the component, or replace its whole definition.
  ///
  /// @param kind the kind's word, for example `object`
  record Put(String kind, Definition definition) implements MetadataChange {
    @Override
    public MetadataRef ref() {
      return new MetadataRef(kind, definition.name());
    }
  }

  /// Remove the component. An object with records is refused; a field is removed by a `Put` of its
  /// object without it, once it is inactive.
  record Remove(MetadataRef ref) implements MetadataChange {}
}
