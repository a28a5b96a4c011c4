package dev.huozi.ui.page.list;

import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.change.MetadataPublisher;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.ui.designer.NameProposal;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import dev.huozi.ui.page.PageContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes a filtered list a component of kind `view`, which everybody sees. Words that were searched
/// for are no part of a view.
@Singleton
public class SharedViews {
  private final MetadataPublisher publisher;
  private final ListPages lists;

  public SharedViews(MetadataPublisher publisher, ListPages lists) {
    this.publisher = publisher;
    this.lists = lists;
  }

  /// The name of the new view.
  String publish(PageContext page, ObjectModel object, ListAddress address, String label) {
    ListView base = lists.view(page, address);
    List<String> taken =
        page.snapshot().all(ListViewKind.KIND).stream().map(ListView::name).toList();
    ListView view =
        new ListView(
            NameProposal.of(label, object.name() + "_" + label, taken),
            label.isEmpty()
                ? LocalizedText.EMPTY
                : new LocalizedText(Map.of(page.words().locale().getLanguage(), label)),
            object.name(),
            base == null ? List.of(object.nameField().name()) : base.columns(),
            filter(page, object, base, address),
            sort(base, address),
            base == null ? List.of() : base.quickFilters());
    String reason = page.words().get("view_shared_reason", label);
    publisher.publish(
        page.request(),
        new ChangeList(List.of(new MetadataChange.Put(ListViewKind.ID, view)), reason),
        Approval.at(page.snapshot().version()));
    return view.name();
  }

  private static @Nullable String filter(
      PageContext page, ObjectModel object, @Nullable ListView base, ListAddress address) {
    List<String> all = new ArrayList<>();
    if (base != null && base.filter() != null) {
      all.add(base.filter());
    }
    all.addAll(QuickFilters.of(page, object, base).formulas(address.quick()));
    if (!address.formula().isEmpty()) {
      all.add(address.formula());
    }
    return switch (all.size()) {
      case 0 -> null;
      case 1 -> all.getFirst();
      default -> all.stream().collect(Collectors.joining(") and (", "(", ")"));
    };
  }

  private static List<String> sort(@Nullable ListView base, ListAddress address) {
    return address.sort().isEmpty()
        ? (base == null ? List.of() : base.sort())
        : List.of(address.sort().split(","));
  }
}
