package dev.huozi.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The value of a lookup: which record, and its name as the reader may see it (null when it was not
/// asked for or is gone).
public record Reference(String object, UUID id, @Nullable String name) {}
