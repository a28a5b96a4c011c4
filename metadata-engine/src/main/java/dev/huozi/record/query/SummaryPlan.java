package dev.huozi.record.query;

import dev.huozi.record.SummaryQuery;
import dev.huozi.record.query.QueryShape.Selected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A summary that may run.
///
/// @param rows which records are counted: filters, search, access
public record SummaryPlan(QueryPlan rows, List<Selected> groups, List<Figure> figures) {
  public SummaryPlan {
    groups = List.copyOf(groups);
    figures = List.copyOf(figures);
  }

  /// One figure.
  ///
  /// @param field null for a count
  public record Figure(SummaryQuery.Function function, @Nullable FieldRef field) {}
}
