package dev.huozi.ui.api;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.ListQuery;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a list request. A view gives fields, filter and order; what the request says itself comes
/// before its fields and order, and in addition to its filter.
public final class ListRequest {
  private static final int DEFAULT_LIMIT = 50;
  private static final List<String> PARAMETERS =
      List.of("fields", "filter", "sort", "limit", "cursor", "q", "view", "count");

  private final ListViewKind views;

  public ListRequest(ListViewKind views) {
    this.views = views;
  }

  /// @param more parameters that the address takes besides those of a list
  public ListQuery read(
      UriInfo uri, ObjectModel object, MetadataSnapshot snapshot, String... more) {
    List<String> known = new ArrayList<>(List.of(more));
    known.addAll(PARAMETERS);
    QueryParameters query = QueryParameters.of(uri, known.toArray(String[]::new));
    ListView view = view(query.text("view"), object, snapshot);
    List<String> fields = query.list("fields");
    List<String> sort = query.list("sort");
    List<String> filters = new ArrayList<>();
    if (view != null) {
      fields = fields.isEmpty() ? view.columns() : fields;
      sort = sort.isEmpty() ? view.sort() : sort;
      addIfPresent(view.filter(), filters);
    }
    addIfPresent(query.text("filter"), filters);
    return new ListQuery(
        object.name(),
        fields,
        filters,
        query.text("q"),
        sort.stream().map(ListRequest::sort).toList(),
        query.number("limit", DEFAULT_LIMIT, 1, ListQuery.MAX_LIMIT),
        query.text("cursor"),
        query.flag("count"));
  }

  private @Nullable ListView view(
      @Nullable String name, ObjectModel object, MetadataSnapshot snapshot) {
    if (name == null) {
      return null;
    }
    ListView view = snapshot.find(views, name);
    if (view == null || !view.object().equalsIgnoreCase(object.name())) {
      throw new ProblemException(UiError.VIEW_NOT_FOUND, "object", object.name(), "view", name);
    }
    return view;
  }

  private static ListQuery.Sort sort(String word) {
    return word.startsWith("-")
        ? new ListQuery.Sort(word.substring(1), true)
        : new ListQuery.Sort(word, false);
  }

  private static void addIfPresent(@Nullable String filter, List<String> filters) {
    if (filter != null && !filter.isBlank()) {
      filters.add(filter);
    }
  }
}
