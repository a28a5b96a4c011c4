package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.PropertyRemoval;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.field.FieldChanges;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows the uses of something that is to go: takes them out where that can be done, and goes on
/// with what goes along.
final class Removal {
  private final MetadataKinds kinds;
  private final Model model;
  private final UseIndex uses;
  private final Issues issues = new Issues();
  private final Set<MetadataRef> removed = new LinkedHashSet<>();
  private final Map<MetadataRef, Set<String>> dropped = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();

  private Removal(MetadataKinds kinds, Model model) {
    this.kinds = kinds;
    this.model = model;
    this.uses = UseIndex.of(kinds, model);
  }

  static ChangeList of(MetadataKinds kinds, Model model, MetadataRef ref, @Nullable String field) {
    Removal removal = new Removal(kinds, model);
    removal.drop(ref, field == null ? "" : "fields." + field);
    removal.issues.throwIfErrors(MetadataError.METADATA_INVALID);
    return new ChangeList(removal.changes(), "");
  }

  private void drop(MetadataRef named, String path) {
    Component component = model.component(named);
    if (component == null || !seen.add(ApiName.key(component.ref() + " " + path))) {
      return;
    }
    MetadataRef ref = component.ref();
    if (path.isEmpty()) {
      removed.add(ref);
      follow(uses.of(ref, null));
      return;
    }
    dropped.computeIfAbsent(ref, _ -> new LinkedHashSet<>()).add(path);
    if (FieldChanges.isField(path)) {
      follow(uses.of(ref, path.substring(path.indexOf('.') + 1)));
    }
  }

  private void follow(List<UseIndex.Found> found) {
    for (UseIndex.Found one : found) {
      Use use = one.use();
      if (one.drop() != null) {
        drop(use.user(), one.drop());
      } else {
        issues.error(
            MetadataError.COMPONENT_IN_USE,
            use.user() + " " + use.path(),
            "used",
            use.field() == null ? use.used().name() : use.field());
      }
    }
  }

  private List<MetadataChange> changes() {
    List<MetadataChange> changes = new ArrayList<>();
    dropped.forEach((ref, paths) -> {
      Component component = model.component(ref);
      if (component != null && !removed.contains(ref)) {
        changes.add(new MetadataChange.Put(ref.kind(), without(component, paths)));
      }
    });
    removed.forEach(ref -> changes.add(new MetadataChange.Remove(ref)));
    return changes;
  }

  private Definition without(Component component, Set<String> paths) {
    ObjectNode body =
        PropertyRemoval.without(
            (ObjectNode) DefinitionWriter.write((Record) component.definition()), paths);
    Issues found = new Issues();
    Definition definition =
        DefinitionReader.read(SourceTree.of(body), kinds.get(component.kind()).type(), found);
    if (definition == null) {
      throw new IllegalStateException(
          "(%s) cannot be read without (%s): %s".formatted(component.ref(), paths, found.list()));
    }
    return definition;
  }
}
