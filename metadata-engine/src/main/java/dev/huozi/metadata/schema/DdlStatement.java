package dev.huozi.metadata.schema;

import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import org.jspecify.annotations.Nullable;

/// One statement of a schema change with its cost.
///
/// @param table the table it changes
/// @param rows estimated rows it reads or writes
/// @param bytes of the table, when it goes through its rows
/// @param millis about how long it takes
/// @param later what identifies the step when it may follow the publication (see
///   `SchemaChange.canFollow`); null when it belongs to it
public record DdlStatement(
    SqlIdentifier table,
    SqlFragment sql,
    LockLevel lock,
    Rewrite rewrite,
    long rows,
    long bytes,
    long millis,
    @Nullable Later later) {

  /// A step that follows: the index or constraint it makes or validates.
  public record Later(SqlIdentifier table, SqlIdentifier name) {}
}
