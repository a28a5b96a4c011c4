package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.query.RowAccess.RowPredicate;

/// The access predicates of a plan as SQL.
final class AccessRenderer {
  private final QueryPlan plan;

  AccessRenderer(QueryPlan plan) {
    this.plan = plan;
  }

  /// ` and <predicate>` for the rows of `object` under `alias`; empty where everything may be read.
  SqlFragment andRows(ObjectModel object, SqlIdentifier alias) {
    return switch (plan.rows(object)) {
      case RowPredicate.Everything _ -> SqlFragment.EMPTY;
    };
  }
}
