package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;

/// A tenant that is being filled.
public interface TenantLoad {
  /// For structure and queries. What texts look like does not depend on the settings of server or
  /// session.
  Transaction transaction();

  /// Takes rows in PostgreSQL's binary COPY format. One at a time; nothing else may use the
  /// transaction until it is closed.
  CopySink into(SqlIdentifier schema, SqlIdentifier table, List<SqlIdentifier> columns);
}
