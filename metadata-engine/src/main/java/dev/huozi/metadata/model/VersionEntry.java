package dev.huozi.metadata.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a tenant's metadata.
///
/// @param author name of whoever published it
/// @param reason as it was given, may be empty
/// @param pack the pack that was published, null for changes of the tenant itself
/// @param packVersion its version, null when it was uninstalled
/// @param items how many properties differ from the version before
public record VersionEntry(
    long version,
    Instant publishedAt,
    String author,
    String reason,
    @Nullable String pack,
    @Nullable String packVersion,
    int items) {}
