package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The differences between two states of a tenant: components by id, then packs.
final class ModelDiff {
  private static final String PACK = "pack";

  private ModelDiff() {}

  static List<PlannedItem> components(MetadataKinds kinds, Model before, Model after) {
    Map<Long, Component> old = new HashMap<>();
    before.components().forEach(component -> old.put(component.id(), component));
    List<PlannedItem> items = new ArrayList<>();
    for (Component component : after.components()) {
      Component previous = old.remove(component.id());
      if (!component.equals(previous)) {
        items.addAll(items(kinds, component.ref(), previous, component));
      }
    }
    for (Component gone : before.components()) {
      if (old.containsKey(gone.id())) {
        items.addAll(items(kinds, gone.ref(), gone, null));
      }
    }
    return items;
  }

  private static List<PlannedItem> items(
      MetadataKinds kinds, MetadataRef ref, @Nullable Component before, @Nullable Component after) {
    return DefinitionDiff.items(ref, kinds.get(ref.kind()), body(before), body(after));
  }

  private static @Nullable JsonNode body(@Nullable Component component) {
    return component == null ? null : DefinitionWriter.write((Record) component.definition());
  }

  /// A pack's new manifest is a change of its own; so is a new body that the tenant's own edits
  /// hide.
  static List<PlannedItem> packs(
      Map<String, InstalledPack> before, Map<String, InstalledPack> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<PlannedItem> items = new ArrayList<>();
    for (String name : names) {
      items.addAll(pack(new MetadataRef(PACK, name), before.get(name), after.get(name)));
    }
    return items;
  }

  private static List<PlannedItem> pack(
      MetadataRef ref, @Nullable InstalledPack before, @Nullable InstalledPack after) {
    List<PlannedItem> items =
        DefinitionDiff.items(
            ref,
            null,
            before == null ? null : before.manifest(),
            after == null ? null : after.manifest());
    if (before == null || after == null) {
      return items;
    }
    List<PlannedItem> all = new ArrayList<>(items);
    JsonNode version = TextNode.valueOf(after.version());
    if (all.isEmpty() && !before.components().equals(after.components())) {
      all.add(new PlannedItem(Operation.CHANGE, ref, "components", version, version, Risk.SAFE));
    }
    if (all.isEmpty() && !before.digest().equals(after.digest())) {
      all.add(new PlannedItem(Operation.CHANGE, ref, "files", version, version, Risk.SAFE));
    }
    all.addAll(DefinitionDiff.items(ref, null, before.params(), after.params()));
    return all;
  }
}
