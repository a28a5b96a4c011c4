package dev.huozi.ui.app;

import dev.huozi.metadata.model.Definition;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A menu of objects for one kind of work.
///
/// @param items the menu in order
/// @param mobile objects in the bar at the bottom of a phone, two to four
/// @param quickCreate objects behind the "+" button
public record App(
    String name,
    LocalizedText label,
    List<Item> items,
    List<String> mobile,
    List<String> quickCreate)
    implements Definition {
  public App {
    items = List.copyOf(items);
    mobile = List.copyOf(mobile);
    quickCreate = List.copyOf(quickCreate);
  }

  /// One entry of the menu.
  ///
  /// @param view the list it opens; null for the object's first view
  public record Item(String object, @Nullable String view) {}
}
