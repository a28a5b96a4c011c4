package dev.huozi.metadata.change;

import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Collects the kinds that the modules of the program bring along.
final class MetadataBeans {
  @Produces
  @Singleton
  MetadataKinds kinds(Instance<MetadataKind<?>> kinds) {
    List<MetadataKind<?>> all = new ArrayList<>();
    kinds.forEach(all::add);
    return new MetadataKinds(all);
  }
}
