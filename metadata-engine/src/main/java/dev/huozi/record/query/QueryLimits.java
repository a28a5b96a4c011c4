package dev.huozi.record.query;

/// What one query may cost. The figures are the rules of the security page; going over one is a 422
/// that names it.
public final class QueryLimits {
  /// Fields in one answer.
  public static final int FIELDS = 500;

  /// Different lookups that fields, filters and sort of one query cross.
  public static final int JOINS = 10;

  /// Conditions of one query (a view's, a user's, a page's).
  public static final int FILTERS = 10;

  /// Characters of one filter.
  public static final int FILTER_LENGTH = 20_000;

  /// Nodes of one filter's tree. Literals of a list after `in` count as one.
  public static final int FILTER_NODES = 100;

  /// Depth of one filter's tree.
  public static final int FILTER_DEPTH = 10;

  /// Literals of a list after `in`.
  public static final int FILTER_VALUES = 1_000;

  public static final int SORTS = 5;

  /// Characters of a search.
  public static final int SEARCH_LENGTH = 100;

  public static final int SEARCH_WORDS = 5;

  /// Rows that are counted before the count says "more".
  public static final int COUNT = 1_000;

  private QueryLimits() {}
}
