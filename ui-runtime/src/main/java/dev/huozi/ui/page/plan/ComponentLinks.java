package dev.huozi.ui.page.plan;

import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.ui.app.AppKind;
import dev.huozi.ui.listview.ListViewKind;
import dev.huozi.ui.page.Addresses;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a published component can be looked at: option sets and views on their own pages,
/// everything about an object in the designer of that object.
final class ComponentLinks {
  private final MetadataSnapshot snapshot;
  private final ModelLabels labels;

  ComponentLinks(MetadataSnapshot snapshot, ModelLabels labels) {
    this.snapshot = snapshot;
    this.labels = labels;
  }

  /// The page of the component, or null where it is not published or has none.
  @Nullable String href(MetadataRef ref) {
    if (!labels.isPublished(ref)) {
      return null;
    }
    if (ref.kind().equals(OptionSetKind.KIND.id())) {
      return Addresses.path("designer", "optionsets", ref.name());
    }
    String object = labels.objectOf(ref);
    if (object.isEmpty() || snapshot.object(object) == null) {
      return null;
    }
    String list = ref.kind().equals(ListViewKind.KIND.id()) ? list(object, ref.name()) : null;
    return list == null ? Addresses.path("designer", object, "fields") : list;
  }

  private @Nullable String list(String object, String view) {
    return snapshot.all(AppKind.KIND).stream()
        .filter(
            app -> app.items().stream().anyMatch(item -> item.object().equalsIgnoreCase(object)))
        .findFirst()
        .map(app -> Addresses.query(Addresses.list(app.name(), object), Map.of("view", view)))
        .orElse(null);
  }
}
