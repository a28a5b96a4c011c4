package dev.huozi.metadata.change;

import dev.huozi.metadata.schema.LockLevel;
import dev.huozi.metadata.schema.Rewrite;

/// One statement as it would run.
///
/// @param sql the text, to be shown
/// @param rows estimated rows that the statement reads or writes; 0 for a pure catalogue change
/// @param bytes of the table whose rows those are
/// @param afterwards true for steps that follow the publication because they may take long; nothing
///   is wrong before
/// @param millis about how long it takes
public record PlannedStatement(
    String sql,
    LockLevel lock,
    Rewrite rewrite,
    long rows,
    long bytes,
    boolean afterwards,
    long millis) {}
