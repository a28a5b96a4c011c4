package dev.huozi.metadata.change;

import dev.huozi.metadata.extension.Extension;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.object.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All uses of a model by what is used: what kinds say of their references and fields. Knows no
/// kind but those that define fields.
final class UseIndex {
  private final Model model;
  private final Map<Key, List<Found>> byUsed = new HashMap<>();

  /// A use, and what can be taken out of the user when the used thing goes (see `Reference.drop`).
  record Found(Use use, @Nullable String drop) {}

  /// Names as `ApiName.key`.
  private record Key(String kind, String name, @Nullable String field) {}

  private UseIndex(Model model) {
    this.model = model;
  }

  static UseIndex of(MetadataKinds kinds, Model model) {
    UseIndex index = new UseIndex(model);
    for (MetadataKind<?> kind : kinds.all()) {
      model.components(kind.id()).forEach(component -> index.add(kind, component));
    }
    return index;
  }

  private <D extends Definition> void add(MetadataKind<D> kind, Component component) {
    D definition = kind.type().cast(component.definition());
    for (Reference reference : kind.references(definition)) {
      add(new Use(component.ref(), reference.path(), reference.to(), null), reference.drop());
    }
    for (FieldReference reference : kind.fieldReferences(definition, model)) {
      MetadataRef object = new MetadataRef(ObjectKind.ID, reference.object());
      add(new Use(component.ref(), reference.path(), object, reference.field()), reference.drop());
    }
  }

  private void add(Use use, @Nullable String drop) {
    byUsed
        .computeIfAbsent(key(use.used(), use.field()), _ -> new ArrayList<>())
        .add(new Found(use, drop));
  }

  private static Key key(MetadataRef ref, @Nullable String field) {
    return new Key(ref.kind(), ApiName.key(ref.name()), field == null ? null : ApiName.key(field));
  }

  /// @param field null for the component itself
  List<Found> of(MetadataRef used, @Nullable String field) {
    MetadataRef owner = field == null ? used : objectOf(used);
    return byUsed.getOrDefault(key(owner, field), List.of());
  }

  /// The object whose fields a component defines.
  MetadataRef objectOf(MetadataRef ref) {
    Extension extension =
        ref.kind().equals(ExtensionKind.ID) ? model.find(ExtensionKind.KIND, ref.name()) : null;
    return extension == null ? ref : new MetadataRef(ObjectKind.ID, extension.object());
  }
}
