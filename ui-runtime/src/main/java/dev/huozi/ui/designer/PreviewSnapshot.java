package dev.huozi.ui.designer;

import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published model with one option set that is only typed so far: enough to draw the preview of
/// a field.
record PreviewSnapshot(MetadataSnapshot published, OptionSet typed) implements MetadataSnapshot {
  @Override
  public long version() {
    return published.version();
  }

  @Override
  public @Nullable ObjectModel object(String name) {
    return published.object(name);
  }

  @Override
  public Collection<ObjectModel> objects() {
    return published.objects();
  }

  @Override
  public @Nullable OptionSet optionSet(String name) {
    return name.equals(typed.name()) ? typed : published.optionSet(name);
  }

  @Override
  public List<Relation> relationsTo(String object) {
    return published.relationsTo(object);
  }

  @Override
  public String packOf(Definition definition) {
    return published.packOf(definition);
  }

  @Override
  public <D extends Definition> @Nullable D find(MetadataKind<D> kind, String name) {
    return published.find(kind, name);
  }

  @Override
  public <D extends Definition> Collection<D> all(MetadataKind<D> kind) {
    return published.all(kind);
  }
}
