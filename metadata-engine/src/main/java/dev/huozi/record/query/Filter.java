package dev.huozi.record.query;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.RequestContext;
import java.util.Set;
import java.util.function.Function;

/// A checked condition over fields of the queried object and of what it refers to.
public interface Filter {
  /// The condition as its author wrote it.
  String source();

  /// Every field that it reads.
  Set<FieldRef> fields();

  /// The condition as SQL that is true, false or null.
  ///
  /// @param column gives the SQL of a field
  /// @param context values of `$User`, `$Today`, `$Now`
  SqlFragment render(Function<FieldRef, SqlFragment> column, RequestContext context);
}
