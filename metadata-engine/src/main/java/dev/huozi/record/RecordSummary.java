package dev.huozi.record;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a `SummaryQuery`, groups in order of their values, blanks last.
///
/// @param capped true when there are more groups than rows
public record RecordSummary(List<Group> groups, boolean capped) {
  public RecordSummary {
    groups = List.copyOf(groups);
  }

  /// One group.
  ///
  /// @param keys what its records have in common, in the order of the query's groups; shapes of
  ///   `RecordView.values`
  /// @param values the figures in the order of the query's measures: counts as `Long`, the others
  ///   in the shape of their field
  public record Group(List<@Nullable Object> keys, List<@Nullable Object> values) {
    public Group {
      keys = Collections.unmodifiableList(keys);
      values = Collections.unmodifiableList(values);
    }
  }
}
