package dev.huozi.ui.page;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.ui.app.App;
import dev.huozi.ui.app.AppKind;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The definitions that only pages read: apps, layouts, views.
@Singleton
public class UiDefinitions {
  public List<App> apps(MetadataSnapshot snapshot) {
    return List.copyOf(snapshot.all(AppKind.KIND));
  }

  public @Nullable App app(MetadataSnapshot snapshot, String name) {
    return snapshot.find(AppKind.KIND, name);
  }

  /// The layout of an object: its first by name, or null.
  public @Nullable Layout layout(MetadataSnapshot snapshot, String object) {
    return snapshot.all(LayoutKind.KIND).stream()
        .filter(layout -> layout.object().equalsIgnoreCase(object))
        .findFirst()
        .orElse(null);
  }

  /// The views of an object in name order.
  public List<ListView> views(MetadataSnapshot snapshot, String object) {
    return snapshot.all(ListViewKind.KIND).stream()
        .filter(view -> view.object().equalsIgnoreCase(object))
        .toList();
  }

  public @Nullable ListView view(MetadataSnapshot snapshot, String name) {
    return snapshot.find(ListViewKind.KIND, name);
  }
}
