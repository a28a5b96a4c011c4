package dev.huozi.ui.designer;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import java.util.List;

/// Takes a field that goes out of use from the layouts and views of its object, as further changes
/// of the draft. Filters stay: the check of the model names those that still need the field.
record FieldRemoval(Draft start, MetadataSnapshot snapshot, String object) {

  Draft from(String field) {
    Draft draft = start;
    for (Layout layout : draft.all(LayoutKind.KIND, snapshot)) {
      draft = draft.with(LayoutKind.KIND, without(layout, field), snapshot);
    }
    for (ListView view : draft.all(ListViewKind.KIND, snapshot)) {
      if (ApiName.same(view.object(), object)) {
        draft = draft.with(ListViewKind.KIND, without(view, field), snapshot);
      }
    }
    return draft;
  }

  private Layout without(Layout layout, String field) {
    boolean own = ApiName.same(layout.object(), object);
    return new Layout(
        layout.name(),
        layout.label(),
        layout.object(),
        own ? without(layout.highlights(), field) : layout.highlights(),
        layout.sections().stream()
            .map(section ->
                own
                    ? new Layout.Section(
                        section.name(),
                        section.label(),
                        section.columns(),
                        section.when(),
                        without(section.fields(), field))
                    : section)
            .toList(),
        layout.related().stream()
            .filter(related ->
                !ApiName.same(related.object(), object) || !ApiName.same(related.field(), field))
            .map(related -> without(related, field))
            .toList());
  }

  private Layout.RelatedList without(Layout.RelatedList related, String field) {
    return ApiName.same(related.object(), object)
        ? new Layout.RelatedList(
            related.object(),
            related.field(),
            without(related.columns(), field),
            related.filter(),
            without(related.sort(), field))
        : related;
  }

  private static ListView without(ListView view, String field) {
    return new ListView(
        view.name(),
        view.label(),
        view.object(),
        without(view.columns(), field),
        view.filter(),
        without(view.sort(), field),
        without(view.quickFilters(), field));
  }

  private static List<String> without(List<String> paths, String field) {
    return paths.stream().filter(path -> !ApiName.same(head(path), field)).toList();
  }

  /// The field that a path or a sort word begins with.
  private static String head(String path) {
    String word = path.startsWith("-") ? path.substring(1) : path;
    int dot = word.indexOf('.');
    return dot < 0 ? word : word.substring(0, dot);
  }
}
