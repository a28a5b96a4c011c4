package dev.huozi.record.formula;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;

/// The object that `$User` is a record of.
final class UserFields {
  private UserFields() {}

  static ObjectModel object(MetadataSnapshot snapshot) {
    ObjectModel user = snapshot.object(FieldType.User.OBJECT);
    if (user == null) {
      throw new IllegalStateException("The tenant has no object of people.");
    }
    return user;
  }
}
