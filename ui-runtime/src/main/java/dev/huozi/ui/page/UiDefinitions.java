package dev.huozi.ui.page;

import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.ui.app.App;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.listview.ListView;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The definitions that only pages read: apps, layouts, views.
@Singleton
public class UiDefinitions {
  private final MetadataKind<App> apps;
  private final MetadataKind<Layout> layouts;
  private final MetadataKind<ListView> views;

  public UiDefinitions(MetadataKind<App> apps, MetadataKind<Layout> layouts, MetadataKind<ListView> views) {
    this.apps = apps;
    this.layouts = layouts;
    this.views = views;
  }

  public List<App> apps(MetadataSnapshot snapshot) {
    return List.copyOf(snapshot.all(apps));
  }

  public @Nullable App app(MetadataSnapshot snapshot, String name) {
    return snapshot.find(apps, name);
  }

  /// The layout of an object: its first by name, or null.
  public @Nullable Layout layout(MetadataSnapshot snapshot, String object) {
    return snapshot.all(layouts).stream()
        .filter(layout -> layout.object().equalsIgnoreCase(object))
        .findFirst()
        .orElse(null);
  }

  /// The views of an object in name order.
  public List<ListView> views(MetadataSnapshot snapshot, String object) {
    return snapshot.all(views).stream().filter(view -> view.object().equalsIgnoreCase(object)).toList();
  }

  public @Nullable ListView view(MetadataSnapshot snapshot, String name) {
    return snapshot.find(views, name);
  }
}
