package dev.huozi.record.sql;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.RequestContext;

/// A field of whoever asks, read once for a whole statement.
final class UserColumn {
  private UserColumn() {}

  static SqlFragment of(FieldModel field, MetadataSnapshot snapshot, RequestContext context) {
    ObjectModel user = snapshot.object(FieldType.User.OBJECT);
    if (user == null) {
      throw new IllegalStateException("The tenant has no object of people.");
    }
    return SqlFragment.of("(select u.")
        .then(SqlFragment.identifier(field.column()))
        .then(" from ")
        .then(SqlFragment.identifier(user.schema(), user.table()))
        .then(" u where u.\"id\" = ?)", context.principal().userId());
  }
}
