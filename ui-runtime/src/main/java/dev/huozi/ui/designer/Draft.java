package dev.huozi.ui.designer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.merge.ThreeWayMerge;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an administrator has prepared: for each component the body he began with and the body he
/// wishes. Where somebody published meanwhile, both sets of changes are brought together.
public record Draft(List<Entry> entries) {
  public static final Draft EMPTY = new Draft(List.of());

  public Draft {
    entries = List.copyOf(entries);
  }

  /// One component.
  ///
  /// @param base the published body when the change was begun; null for a new component
  /// @param wished the body that it shall have; null where it shall go
  public record Entry(
      String kind, String name, @Nullable ObjectNode base, @Nullable ObjectNode wished) {
    boolean is(MetadataKind<?> other, String otherName) {
      return kind.equals(other.id()) && ApiName.same(name, otherName);
    }
  }

  @JsonIgnore
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// The wished definition where the draft has one, else the published one, else null.
  public <D extends Definition> @Nullable D find(
      MetadataKind<D> kind, String name, MetadataSnapshot snapshot) {
    for (Entry entry : entries) {
      if (entry.is(kind, name)) {
        return wished(kind, entry);
      }
    }
    return snapshot.find(kind, name);
  }

  /// The components of a kind as they would be, new ones last.
  public <D extends Definition> List<D> all(MetadataKind<D> kind, MetadataSnapshot snapshot) {
    List<D> all = new ArrayList<>();
    for (D published : snapshot.all(kind)) {
      D current = find(kind, published.name(), snapshot);
      if (current != null) {
        all.add(current);
      }
    }
    for (Entry entry : entries) {
      if (entry.kind().equals(kind.id()) && snapshot.find(kind, entry.name()) == null) {
        D made = wished(kind, entry);
        if (made != null) {
          all.add(made);
        }
      }
    }
    return all;
  }

  /// The draft with one more wish. What ends up as it is published leaves the draft.
  public <D extends Definition> Draft with(
      MetadataKind<D> kind, D definition, MetadataSnapshot snapshot) {
    D published = snapshot.find(kind, definition.name());
    ObjectNode base = published == null ? null : DefinitionWriter.write((Record) published);
    ObjectNode wished = DefinitionWriter.write((Record) definition);
    List<Entry> changed = new ArrayList<>(entries);
    changed.removeIf(entry -> entry.is(kind, definition.name()));
    if (!wished.equals(base)) {
      changed.add(new Entry(kind.id(), definition.name(), base, wished));
    }
    return new Draft(changed);
  }

  /// The draft with the wish that a component goes; one that is only drafted leaves at once.
  public <D extends Definition> Draft without(
      MetadataKind<D> kind, String name, MetadataSnapshot snapshot) {
    Draft left = forgetting(kind.id(), name);
    D published = snapshot.find(kind, name);
    if (published == null) {
      return left;
    }
    List<Entry> changed = new ArrayList<>(left.entries);
    ObjectNode base = DefinitionWriter.write((Record) published);
    changed.add(new Entry(kind.id(), published.name(), base, null));
    return new Draft(changed);
  }

  /// The draft with more wishes on top.
  public Draft with(ChangeList changes, MetadataKinds kinds, MetadataSnapshot snapshot) {
    Draft draft = this;
    for (MetadataChange change : changes.changes()) {
      draft =
          switch (change) {
            case MetadataChange.Put put -> draft.put(kinds.get(put.kind()), put, snapshot);
            case MetadataChange.Remove remove ->
                draft.without(kinds.get(remove.ref().kind()), remove.ref().name(), snapshot);
          };
    }
    return draft;
  }

  /// What the draft already wishes for the component stays, where the new wish leaves it.
  private <D extends Definition> Draft put(
      MetadataKind<D> kind, MetadataChange.Put put, MetadataSnapshot snapshot) {
    D wish = kind.type().cast(put.definition());
    for (Entry entry : entries) {
      if (entry.is(kind, wish.name()) && entry.wished() != null) {
        ObjectNode body = DefinitionWriter.write((Record) wish);
        JsonNode merged = ThreeWayMerge.merge(entry.base(), body, entry.wished(), Map.of()).body();
        D both =
            merged instanceof ObjectNode object
                ? DefinitionReader.read(SourceTree.of(object), kind.type(), new Issues())
                : null;
        return with(kind, both == null ? wish : both, snapshot);
      }
    }
    return with(kind, wish, snapshot);
  }

  /// The draft without anything about one component.
  public Draft forgetting(String kind, String name) {
    return new Draft(
        entries.stream()
            .filter(entry -> !entry.kind().equals(kind) || !ApiName.same(entry.name(), name))
            .toList());
  }

  public boolean touches(MetadataKind<?> kind, String name) {
    return entries.stream().anyMatch(entry -> entry.is(kind, name));
  }

  /// The draft on top of what is published now.
  Draft rebased(MetadataKinds kinds, MetadataSnapshot snapshot) {
    List<Entry> rebased = new ArrayList<>();
    for (Entry entry : entries) {
      Definition published = snapshot.find(kinds.get(entry.kind()), entry.name());
      ObjectNode now = published == null ? null : DefinitionWriter.write((Record) published);
      if (Objects.equals(now, entry.base())) {
        rebased.add(entry);
      } else if (entry.wished() == null && now != null) {
        rebased.add(new Entry(entry.kind(), entry.name(), now, null));
      } else if (entry.wished() != null
          && ThreeWayMerge.merge(entry.base(), now, entry.wished(), Map.of()).body()
              instanceof ObjectNode merged
          && !merged.equals(now)) {
        rebased.add(new Entry(entry.kind(), entry.name(), now, merged));
      }
    }
    return new Draft(rebased);
  }

  ChangeList toChanges(MetadataKinds kinds, String reason) {
    List<MetadataChange> changes = new ArrayList<>();
    for (Entry entry : entries) {
      Definition definition = wished(kinds.get(entry.kind()), entry);
      if (definition != null) {
        changes.add(new MetadataChange.Put(entry.kind(), definition));
      } else if (entry.wished() == null) {
        changes.add(new MetadataChange.Remove(new MetadataRef(entry.kind(), entry.name())));
      }
    }
    return new ChangeList(changes, reason);
  }

  private static <D extends Definition> @Nullable D wished(MetadataKind<D> kind, Entry entry) {
    ObjectNode body = entry.wished();
    return body == null
        ? null
        : DefinitionReader.read(SourceTree.of(body), kind.type(), new Issues());
  }
}
