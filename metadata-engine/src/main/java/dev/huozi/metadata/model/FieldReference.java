package dev.huozi.metadata.model;

import org.jspecify.annotations.Nullable;

/// A field of an object that a component needs, and the property that names it.
///
/// @param object API name of the object that has the field
/// @param path property path inside the component that needs it: `columns.2`, `filter`
/// @param drop what can be taken out of the component when the field goes: a property path; null
///   when somebody has to think first
public record FieldReference(String object, String field, String path, @Nullable String drop) {}
