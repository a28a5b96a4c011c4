package dev.huozi.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts and sums of an object's records by groups, in names. Nothing of it is trusted:
/// `QueryAnalyzer` resolves it against the snapshot and the principal.
///
/// @param groups fields to group by, 0 to 3; a path over one lookup is written `store.grade`
/// @param measures what to compute for each group, 1 to 10
/// @param filters formulas that must all be true, as in `ListQuery`
/// @param search words as in `ListQuery`, or null
public record SummaryQuery(
    String object,
    List<String> groups,
    List<Measure> measures,
    List<String> filters,
    @Nullable String search) {
  public static final int MOST_GROUPS = 3;
  public static final int MOST_MEASURES = 10;

  /// Rows of one answer; more groups are cut off, and the answer says so.
  public static final int MOST_ROWS = 1_000;

  public SummaryQuery {
    groups = List.copyOf(groups);
    measures = List.copyOf(measures);
    filters = List.copyOf(filters);
  }

  /// One figure of a group.
  ///
  /// @param field null for `COUNT` only
  public record Measure(Function function, @Nullable String field) {}

  /// How a figure is made of the records of its group. An average is sum by count, exactly as the
  /// reader wants it rounded, so it is none of them.
  public enum Function {
    /// The number of records.
    COUNT,
    /// Of a number, amount or share; blanks count as nothing, and the sum of blanks alone is blank.
    SUM,
    /// The least number, amount, share, date or moment.
    MIN,
    /// The greatest.
    MAX
  }
}
