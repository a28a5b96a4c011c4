package dev.huozi.ui.designer;

import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The model as it would be with the draft published.
record DraftModel(Draft draft, MetadataSnapshot snapshot) implements ModelView {
  @Override
  public <D extends Definition> @Nullable D find(MetadataKind<D> kind, String name) {
    return draft.find(kind, name, snapshot);
  }

  @Override
  public <D extends Definition> Collection<D> all(MetadataKind<D> kind) {
    return draft.all(kind, snapshot);
  }
}
