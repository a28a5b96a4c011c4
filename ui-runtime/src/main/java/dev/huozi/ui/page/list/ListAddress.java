package dev.huozi.ui.page.list;

import dev.huozi.record.ListQuery;
import dev.huozi.ui.page.Addresses;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Everything that a reader chose on a list page, as its address holds it.
///
/// @param view name of the view, or empty for the first
/// @param search words looked for
/// @param quick chosen value by field of the quick filters
/// @param formula further filter
/// @param sort as in the address: `-amount,name`; empty for the view's
/// @param own id of the reader's own view that it began as, or empty
/// @param cursor where the page begins, or empty
/// @param offset how many rows lie before it, for the reader's eyes only
public record ListAddress(
    String app,
    String object,
    String view,
    String search,
    Map<String, String> quick,
    String formula,
    String sort,
    String own,
    String cursor,
    int offset) {
  static final String QUICK_PREFIX = "q.";

  public ListAddress {
    quick = new TreeMap<>(quick);
  }

  public static ListAddress read(String app, String object, MultivaluedMap<String, String> query) {
    Map<String, String> quick =
        query.keySet().stream()
            .filter(name -> name.startsWith(QUICK_PREFIX) && !first(query, name).isEmpty())
            .collect(
                Collectors.toMap(
                    name -> name.substring(QUICK_PREFIX.length()), name -> first(query, name)));
    return new ListAddress(
        app,
        object,
        first(query, "view"),
        first(query, "q").strip(),
        quick,
        first(query, "f").strip(),
        first(query, "sort"),
        first(query, "own"),
        first(query, "cursor"),
        offset(first(query, "at")));
  }

  public String path() {
    return Addresses.list(app, object);
  }

  public String href() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("view", view);
    parameters.put("q", search);
    quick.forEach((name, value) -> parameters.put(QUICK_PREFIX + name, value));
    parameters.put("f", formula);
    parameters.put("sort", sort);
    parameters.put("own", own);
    parameters.put("cursor", cursor);
    parameters.put("at", cursor.isEmpty() || offset == 0 ? "" : Integer.toString(offset));
    return Addresses.query(path(), parameters);
  }

  /// The address of the whole list as a file.
  public String exportHref(String format) {
    String list = withCursor("", 0).href();
    int query = list.indexOf('?');
    return path()
        + "/export"
        + (query < 0 ? "?" : list.substring(query) + "&")
        + "format="
        + format;
  }

  /// True where the reader narrowed the view down.
  public boolean filtered() {
    return !search.isEmpty() || !quick.isEmpty() || !formula.isEmpty();
  }

  /// Another view, with nothing else kept.
  public ListAddress withView(String name) {
    return new ListAddress(app, object, name, "", Map.of(), "", "", "", "", 0);
  }

  /// The same view without what the reader added.
  public ListAddress unfiltered() {
    return new ListAddress(app, object, view, "", Map.of(), "", sort, "", "", 0);
  }

  public ListAddress withSort(String order) {
    return new ListAddress(app, object, view, search, quick, formula, order, own, "", 0);
  }

  public ListAddress withCursor(String position, int rowsBefore) {
    return new ListAddress(
        app, object, view, search, quick, formula, sort, own, position, rowsBefore);
  }

  public ListAddress withFormula(String text) {
    return new ListAddress(app, object, view, search, quick, text, sort, own, "", 0);
  }

  /// As one's own view, or as none.
  ListAddress withOwn(String id) {
    return new ListAddress(app, object, view, search, quick, formula, sort, id, "", 0);
  }

  /// What a view of one's own keeps: all but where in the list one is.
  String kept() {
    String href = withOwn("").href();
    int query = href.indexOf('?');
    return query < 0 ? "" : href.substring(query + 1);
  }

  private static String first(MultivaluedMap<String, String> query, String name) {
    String value = query.getFirst(name);
    return value == null ? "" : value;
  }

  private static int offset(String text) {
    try {
      return Math.clamp(Long.parseLong(text), 0, Integer.MAX_VALUE - ListQuery.MAX_LIMIT);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
