package dev.huozi.record.query;

import dev.huozi.platform.tenant.RequestContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A query that may run: every name resolved, every limit checked, the access predicates in place.
/// Only `QueryAnalyzer` makes one, and only a plan can be rendered.
public final class QueryPlan {
  private final QueryShape shape;
  private final RequestContext context;
  private final RowAccess access;
  private final List<UUID> ids;
  private final List<String> words;
  private final int limit;
  private final @Nullable Cursor cursor;

  QueryPlan(
      QueryShape shape,
      RequestContext context,
      RowAccess access,
      List<UUID> ids,
      List<String> words,
      int limit,
      @Nullable Cursor cursor) {
    this.shape = shape;
    this.context = context;
    this.access = access;
    this.ids = List.copyOf(ids);
    this.words = List.copyOf(words);
    this.limit = limit;
    this.cursor = cursor;
  }

  public QueryShape shape() {
    return shape;
  }

  public RequestContext context() {
    return context;
  }

  /// Which rows the principal may read, for every object that the query touches.
  public RowAccess access() {
    return access;
  }

  /// When not empty, only these records are wanted.
  public List<UUID> ids() {
    return ids;
  }

  /// Words that a row must hold, each in any of the search fields.
  public List<String> words() {
    return words;
  }

  /// Rows of a page; 0 when the ids limit the answer already.
  public int limit() {
    return limit;
  }

  /// Where the page begins, or null for the first one.
  public @Nullable Cursor cursor() {
    return cursor;
  }

  public boolean backward() {
    return cursor != null && cursor.backward();
  }
}
