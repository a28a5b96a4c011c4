package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlFragment;
import java.io.OutputStream;

/// A tenant as it was at one moment.
public interface TenantView {
  /// For queries. What texts look like does not depend on the settings of server or session.
  Transaction transaction();

  /// The rows of a query without parameters in PostgreSQL's binary COPY format. `sink` stays open.
  void copy(SqlFragment query, OutputStream sink);
}
