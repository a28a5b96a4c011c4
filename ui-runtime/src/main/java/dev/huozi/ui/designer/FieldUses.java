package dev.huozi.ui.designer;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import dev.huozi.ui.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Where a field is used: layouts, views, keys, other picklists. Filters of views are searched for
/// the name.
record FieldUses(Draft draft, MetadataSnapshot snapshot, ObjectType object, Words words) {

  /// The names of what uses the field, in words.
  List<String> of(String field) {
    List<String> uses = new ArrayList<>();
    for (Layout layout : draft.all(LayoutKind.KIND, snapshot)) {
      if (uses(layout, field)) {
        uses.add(words.get("use_layout", words.label(layout.label(), layout.name())));
      }
    }
    for (ListView view : draft.all(ListViewKind.KIND, snapshot)) {
      if (ApiName.same(view.object(), object.name()) && uses(view, field)) {
        uses.add(words.get("use_view", words.label(view.label(), view.name())));
      }
    }
    if (Stream.concat(object.uniqueKeys().stream(), object.indexes().stream())
        .anyMatch(key -> names(key, field))) {
      uses.add(words.get("use_key"));
    }
    object.fields().stream()
        .filter(other ->
            other.type() instanceof FieldType.Picklist type
                && field.equalsIgnoreCase(type.controlledBy()))
        .forEach(
            other -> uses.add(words.get("use_controls", words.label(other.label(), other.name()))));
    return uses;
  }

  private boolean uses(Layout layout, String field) {
    boolean own =
        ApiName.same(layout.object(), object.name())
            && (names(layout.highlights(), field)
                || layout.sections().stream().anyMatch(section -> names(section.fields(), field)));
    return own
        || layout.related().stream()
            .filter(related -> ApiName.same(related.object(), object.name()))
            .anyMatch(
                related -> ApiName.same(related.field(), field) || names(related.columns(), field));
  }

  private static boolean uses(ListView view, String field) {
    String filter = Objects.toString(view.filter(), "");
    return names(view.columns(), field)
        || names(view.quickFilters(), field)
        || names(
            view.sort().stream()
                .map(word -> word.startsWith("-") ? word.substring(1) : word)
                .toList(),
            field)
        || filter.matches(
            "(?is).*(^|[^\\p{L}\\p{Nd}_])\\Q"
                + field.replace("\\E", "")
                + "\\E($|[^\\p{L}\\p{Nd}_]).*");
  }

  private static boolean names(List<String> paths, String field) {
    return paths.stream().anyMatch(path -> ApiName.same(path.split("\\.", 2)[0], field));
  }
}
