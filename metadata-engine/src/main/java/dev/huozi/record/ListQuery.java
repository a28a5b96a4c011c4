package dev.huozi.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a caller wants to see of an object, in names. Nothing of it is trusted: `QueryAnalyzer`
/// resolves it against the snapshot and the principal.
///
/// @param fields API names to return; empty means all fields. A path over one lookup is written
///   `store.grade`
/// @param filters formulas that must all be true (`status = "open" and amount > 100`): the view's,
///   the user's, the page's
/// @param search words looked for in the searchable text fields, or null
/// @param sort in order; the id is always the last tie-break
/// @param limit 1 to 200
/// @param cursor from an earlier page, or null
/// @param count true to count the rows too (capped)
public record ListQuery(
    String object,
    List<String> fields,
    List<String> filters,
    @Nullable String search,
    List<Sort> sort,
    int limit,
    @Nullable String cursor,
    boolean count) {
  public static final int MAX_LIMIT = 200;

  public ListQuery {
    fields = List.copyOf(fields);
    filters = List.copyOf(filters);
    sort = List.copyOf(sort);
  }

  /// The same list from another place on.
  public ListQuery at(@Nullable String place) {
    return new ListQuery(object, fields, filters, search, sort, limit, place, count);
  }

  /// One sort key.
  public record Sort(String field, boolean descending) {}
}
