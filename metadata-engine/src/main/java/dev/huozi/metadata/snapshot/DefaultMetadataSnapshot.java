package dev.huozi.metadata.snapshot;

import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The only snapshot there is: lookups are prepared when it is made.
final class DefaultMetadataSnapshot implements MetadataSnapshot {
  private final long version;
  private final Model model;
  private final Map<String, ObjectModel> objects = new LinkedHashMap<>();
  private final Map<String, List<Relation>> relations = new HashMap<>();
  private final Map<Definition, String> packs = new IdentityHashMap<>();

  DefaultMetadataSnapshot(long version, Model model, List<ObjectModel> objectModels) {
    this.version = version;
    this.model = model;
    for (ObjectModel object : objectModels) {
      objects.put(ApiName.key(object.name()), object);
      for (FieldModel field : object.fields()) {
        if (!field.system()) {
          addRelations(object, field);
        }
      }
    }
    model.components().forEach(component -> packs.put(component.definition(), component.pack()));
  }

  private void addRelations(ObjectModel object, FieldModel field) {
    for (String target : ObjectFields.targets(field.field().type())) {
      relations
          .computeIfAbsent(ApiName.key(target), _ -> new ArrayList<>())
          .add(new Relation(object, field));
    }
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public @Nullable ObjectModel object(String name) {
    return objects.get(ApiName.key(name));
  }

  @Override
  public Collection<ObjectModel> objects() {
    return objects.values();
  }

  @Override
  public @Nullable OptionSet optionSet(String name) {
    return model.find(OptionSetKind.KIND, name);
  }

  @Override
  public List<Relation> relationsTo(String object) {
    return List.copyOf(relations.getOrDefault(ApiName.key(object), List.of()));
  }

  @Override
  public String packOf(Definition definition) {
    return packs.getOrDefault(definition, Component.TENANT);
  }

  @Override
  public <D extends Definition> @Nullable D find(MetadataKind<D> kind, String name) {
    return model.find(kind, name);
  }

  @Override
  public <D extends Definition> Collection<D> all(MetadataKind<D> kind) {
    return model.all(kind);
  }
}
