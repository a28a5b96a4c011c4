package dev.huozi.record;

import dev.huozi.platform.problem.Issue;
import java.util.List;
import java.util.UUID;

/// What became of one row of a `BulkWrite`.
public sealed interface RowOutcome {
  record Created(UUID id) implements RowOutcome {}

  /// @param version the record's version now
  record Updated(UUID id, int version) implements RowOutcome {}

  /// The record held all these values before.
  record Unchanged(UUID id, int version) implements RowOutcome {}

  /// The record is settled (`BulkWrite.Settled`) and holds other values: it was left alone.
  ///
  /// @param issues one for each field that differs
  record Differs(UUID id, int version, List<Issue> issues) implements RowOutcome {
    public Differs {
      issues = List.copyOf(issues);
    }
  }

  /// @param issues what is wrong, by field
  record Refused(List<Issue> issues) implements RowOutcome {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
