package dev.huozi.metadata.change;

import java.util.List;

/// What publishing a change list would do to a tenant: the properties that differ, and the SQL.
///
/// @param baseVersion the version it was planned against; publishing is refused when the tenant has
///   moved on
/// @param items empty when nothing would change (and then no version is made)
public record DeployPlan(
    long baseVersion, List<PlannedItem> items, List<PlannedStatement> statements) {
  public DeployPlan {
    items = List.copyOf(items);
    statements = List.copyOf(statements);
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }
}
