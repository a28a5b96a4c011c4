package dev.huozi.metadata.change;

import dev.huozi.metadata.model.MetadataRef;
import org.jspecify.annotations.Nullable;

/// Who uses what.
///
/// @param user the component that uses something
/// @param path the property of it that does: `sections.main.fields`, `filter`
/// @param used the component that is used
/// @param field the field of it; null for the whole component
public record Use(MetadataRef user, String path, MetadataRef used, @Nullable String field) {}
