package dev.huozi.metadata.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The definitions of a model, candidate or published, as checks see them.
public interface ModelView {
  /// The definition of that kind and name (case does not count), or null.
  <D extends Definition> @Nullable D find(MetadataKind<D> kind, String name);

  /// All definitions of a kind in name order.
  <D extends Definition> Collection<D> all(MetadataKind<D> kind);
}
