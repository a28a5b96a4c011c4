package dev.huozi.metadata.change;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.schema.NameCounter;
import dev.huozi.platform.problem.Issues;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The model that a change list wishes for: the published components with the changes applied. Ids
/// stay with components, through a renaming too.
final class Candidate {
  private final Map<Long, Component> components = new TreeMap<>();
  private final NameCounter counter;
  private final Issues issues;

  private Candidate(Model published, NameCounter counter, Issues issues) {
    published.components().forEach(component -> components.put(component.id(), component));
    this.counter = counter;
    this.issues = issues;
  }

  /// @param release the pack that publishes, null for the tenant itself
  /// @param issues gets changes that cannot be applied; their subjects are whole components
  static Model of(
      Model published,
      ChangeList changes,
      @Nullable PackRelease release,
      NameCounter counter,
      Issues issues) {
    Candidate candidate = new Candidate(published, counter, issues);
    Set<MetadataRef> seen = new HashSet<>();
    for (MetadataChange change : changes.changes()) {
      MetadataRef ref = change.ref();
      if (!seen.add(new MetadataRef(ref.kind(), ApiName.key(ref.name())))) {
        issues.error(MetadataError.CHANGE_DUPLICATE, ref.toString(), "component", ref);
      }
    }
    for (MetadataChange change : changes.changes()) {
      switch (change) {
        case MetadataChange.Put put -> candidate.put(put, release);
        case MetadataChange.Remove remove -> candidate.remove(remove.ref(), release);
      }
    }
    if (release != null && release.isRemoval()) {
      candidate.leave(release.pack());
    }
    return new Model(candidate.components.values());
  }

  /// What a removed pack leaves behind belongs to the tenant.
  private void leave(String pack) {
    components.replaceAll((id, component) ->
        component.pack().equals(pack)
            ? new Component(id, component.kind(), Component.TENANT, component.definition())
            : component);
  }

  private void put(MetadataChange.Put put, @Nullable PackRelease release) {
    Component existing = find(put.ref());
    String was = put.definition().was();
    Component former = was == null ? null : find(new MetadataRef(put.kind(), was));
    if (existing != null && former != null && existing.id() != former.id()) {
      issues.error(
          MetadataError.RENAME_SOURCE,
          put.ref() + " was",
          "was",
          former.definition().name(),
          "name",
          put.ref().name());
      return;
    }
    Component source = existing == null ? former : existing;
    String pack = source == null ? owner(release) : source.pack();
    if (release != null && source != null && !source.pack().equals(release.pack())) {
      foreign(source, release);
      return;
    }
    long id = source == null ? counter.id() : source.id();
    components.put(id, new Component(id, put.kind(), pack, put.definition()));
  }

  private void remove(MetadataRef ref, @Nullable PackRelease release) {
    Component existing = find(ref);
    if (existing == null) {
      issues.error(
          MetadataError.METADATA_NOT_FOUND, ref.toString(), "kind", ref.kind(), "name", ref.name());
    } else if (release != null && !existing.pack().equals(release.pack())) {
      foreign(existing, release);
    } else if (existing.pack().equals(Component.SYSTEM) && release == null) {
      issues.error(MetadataError.SYSTEM_LOCKED, ref.toString(), "object", ref.name());
    } else {
      components.remove(existing.id());
    }
  }

  private void foreign(Component component, PackRelease release) {
    issues.error(
        MetadataError.PACK_FOREIGN_COMPONENT,
        component.ref().toString(),
        "component",
        component.ref(),
        "owner",
        component.pack(),
        "pack",
        release.pack());
  }

  private static String owner(@Nullable PackRelease release) {
    return release == null ? Component.TENANT : release.pack();
  }

  private @Nullable Component find(MetadataRef ref) {
    for (Component component : components.values()) {
      Definition definition = component.definition();
      if (component.kind().equals(ref.kind()) && ApiName.same(definition.name(), ref.name())) {
        return component;
      }
    }
    return null;
  }
}
