package dev.huozi.metadata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.DefinitionDiff;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.merge.MergeOutcome;
import dev.huozi.metadata.merge.ThreeWayMerge;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares three models: as it was copied, as the sandbox has it, as the original has it now. What
/// only the original changed stays; what only the sandbox changed comes; what both changed comes
/// from the sandbox and is listed.
final class Comparison {
  private final MetadataKinds kinds;
  private final List<PlannedItem> items = new ArrayList<>();
  private final List<MetadataChange> changes = new ArrayList<>();
  private final List<Homecoming.Overruled> overruled = new ArrayList<>();

  Comparison(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  /// @param copied bodies of components, names as `ApiName.key`
  void compare(Map<MetadataRef, JsonNode> copied, Model sandbox, Model original) {
    Map<MetadataRef, Component> there = byKey(sandbox);
    Map<MetadataRef, Component> here = byKey(original);
    TreeSet<MetadataRef> keys =
        new TreeSet<>(Comparator.comparing(MetadataRef::kind).thenComparing(MetadataRef::name));
    keys.addAll(there.keySet());
    keys.addAll(here.keySet());
    Issues issues = new Issues();
    for (MetadataRef key : keys) {
      component(copied.get(key), there.get(key), here.get(key), issues);
    }
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
  }

  private static Map<MetadataRef, Component> byKey(Model model) {
    Map<MetadataRef, Component> byKey = new HashMap<>();
    for (Component component : model.components()) {
      byKey.put(key(component.ref()), component);
    }
    return byKey;
  }

  private static MetadataRef key(MetadataRef ref) {
    return new MetadataRef(ref.kind(), ApiName.key(ref.name()));
  }

  private void component(
      @Nullable JsonNode copied,
      @Nullable Component there,
      @Nullable Component here,
      Issues issues) {
    JsonNode tried = body(there);
    JsonNode present = body(here);
    if (Objects.equals(tried, copied) || Objects.equals(tried, present)) {
      return; // not touched in the sandbox, or the same here
    }
    MetadataRef ref = Objects.requireNonNull(there == null ? here : there).ref();
    JsonNode merged = merge(ref, copied, tried, present);
    if (Objects.equals(merged, present)) {
      return;
    }
    items.addAll(DefinitionDiff.items(ref, kinds.get(ref.kind()), present, merged));
    if (merged == null) {
      changes.add(new MetadataChange.Remove(ref));
      return;
    }
    Definition definition =
        DefinitionReader.read(SourceTree.of(merged), kinds.get(ref.kind()).type(), issues);
    if (definition != null) {
      changes.add(new MetadataChange.Put(ref.kind(), definition));
    }
  }

  private @Nullable JsonNode merge(
      MetadataRef ref,
      @Nullable JsonNode copied,
      @Nullable JsonNode tried,
      @Nullable JsonNode present) {
    MergeOutcome first = ThreeWayMerge.merge(copied, tried, present, Map.of());
    Map<String, MergeOutcome.Side> ours = new HashMap<>();
    for (MergeOutcome.Conflict conflict : first.conflicts()) {
      ours.put(conflict.path(), MergeOutcome.Side.PACK);
      overruled.add(
          new Homecoming.Overruled(
              ref, conflict.path(), conflict.installed(), conflict.pack(), conflict.tenant()));
    }
    return ours.isEmpty() ? first.body() : ThreeWayMerge.merge(copied, tried, present, ours).body();
  }

  private static @Nullable JsonNode body(@Nullable Component component) {
    return component == null ? null : DefinitionWriter.write((Record) component.definition());
  }

  List<PlannedItem> items() {
    return items;
  }

  List<MetadataChange> changes() {
    return changes;
  }

  List<Homecoming.Overruled> overruled() {
    return overruled;
  }
}
