package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.SortCollation;

/// Collations as SQL. The database's own is code point order; any other stands in the statement.
public final class Collations {
  private Collations() {}

  /// The order of names in lists of the tenant.
  public static SqlFragment sort(SortCollation collation) {
    return switch (collation) {
      case ZH -> SqlFragment.of(" collate \"zh-x-icu\"");
      case UND -> SqlFragment.of(" collate \"und-x-icu\"");
    };
  }
}
