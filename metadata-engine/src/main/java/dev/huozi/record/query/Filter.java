package dev.huozi.record.query;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.RequestContext;
import java.util.Set;

/// A checked condition over fields of the queried object and of what it refers to.
public interface Filter {
  /// The condition as its author wrote it.
  String source();

  /// Every field that it reads.
  Set<FieldRef> fields();

  /// The condition as SQL that is true, false or null.
  ///
  /// @param columns gives the SQL of fields
  /// @param context values of `$User`, `$Today`, `$Now`
  SqlFragment render(Columns columns, RequestContext context);

  /// The fields of a query as SQL.
  interface Columns {
    /// The value as formulas take it: the marker of an error where it failed.
    SqlFragment raw(FieldRef ref);

    /// Whether the value may be the marker of an error.
    boolean mayFail(FieldRef ref);
  }
}
