package dev.huozi.record.query;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.tenant.RequestContext;

/// Which rows of an object a principal may read. Asked for every object that a query touches;
/// sharing rules answer here once they exist.
@FunctionalInterface
public interface RowAccess {
  /// Everybody reads every row of the tenant: the answer until sharing rules arrive.
  RowAccess EVERYTHING = (_, _) -> new RowPredicate.Everything();

  RowPredicate rows(ObjectModel object, RequestContext context);

  /// A condition on the rows of one object. `record.sql` renders each shape; a new shape makes the
  /// compiler list the places.
  sealed interface RowPredicate {
    /// No condition.
    record Everything() implements RowPredicate {}
  }
}
