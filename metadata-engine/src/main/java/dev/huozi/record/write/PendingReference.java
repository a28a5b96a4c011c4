package dev.huozi.record.write;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;

/// A reference that was written as `{"code": "ST-0001"}`: the target is the record that has that
/// value.
///
/// @param key a unique field of the target
/// @param value in the shape of the key's type
record PendingReference(ObjectModel target, FieldModel key, Object value) {}
