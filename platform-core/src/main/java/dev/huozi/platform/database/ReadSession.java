package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlFragment;
import java.util.List;

/// Reading under the tenant's runtime role over the pipelined client. Each statement sees its own
/// snapshot of the data. Blocks the calling (virtual) thread.
public interface ReadSession {
  <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder);
}
