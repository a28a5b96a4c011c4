package dev.huozi.record.sql;

import dev.huozi.platform.sql.SqlFragment;

/// A statement and how to read its rows.
public record RenderedQuery(SqlFragment statement, RowLayout layout) {}
