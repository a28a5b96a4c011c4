package dev.huozi.record.query;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a reference field may point: one target for each of its columns, none for any other type.
public final class ReferenceTargets {
  private ReferenceTargets() {}

  /// One possible target of a reference and the column that holds its id.
  public record Target(ObjectModel object, SqlIdentifier column) {}

  /// The one object that a reference points at; null for a polylookup and for what is none.
  public static @Nullable ObjectModel single(FieldModel field, MetadataSnapshot snapshot) {
    return field.field().type() instanceof FieldType.Reference reference
            && reference.target() instanceof String target
        ? snapshot.object(target)
        : null;
  }

  /// The targets in the order of the columns. A target that the snapshot does not hold is left out.
  public static List<Target> of(FieldModel field, MetadataSnapshot snapshot) {
    if (!(field.field().type() instanceof FieldType.Reference reference)) {
      return List.of();
    }
    List<String> names = reference.targets();
    List<Target> targets = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      ObjectModel object = snapshot.object(names.get(i));
      if (object != null) {
        targets.add(new Target(object, field.columns().get(i)));
      }
    }
    return targets;
  }
}
