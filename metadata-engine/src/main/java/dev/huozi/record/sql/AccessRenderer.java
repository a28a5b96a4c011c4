package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.RowAccess.RowPredicate;

/// Access predicates as SQL.
final class AccessRenderer {
  private final RowAccess access;
  private final RequestContext context;

  AccessRenderer(RowAccess access, RequestContext context) {
    this.access = access;
    this.context = context;
  }

  /// ` and <predicate>` for the rows of `object` under `alias`; empty where everything may be read.
  SqlFragment andRows(ObjectModel object, SqlIdentifier alias) {
    return switch (access.rows(object, context)) {
      case RowPredicate.Everything _ -> SqlFragment.EMPTY;
    };
  }
}
