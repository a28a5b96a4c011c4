package dev.huozi.record.query;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;

/// Where a reference field may point: one target for each of its columns, none for any other type.
public final class ReferenceTargets {
  /// The object behind fields of type `user`.
  public static final String USER_OBJECT = "user";

  private ReferenceTargets() {}

  /// One possible target of a reference and the column that holds its id.
  public record Target(ObjectModel object, SqlIdentifier column) {}

  /// The targets in the order of the columns. A target that the snapshot does not hold is left out.
  public static List<Target> of(FieldModel field, MetadataSnapshot snapshot) {
    List<String> names = names(field.field().type());
    List<Target> targets = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      ObjectModel object = snapshot.object(names.get(i));
      if (object != null) {
        targets.add(new Target(object, field.columns().get(i)));
      }
    }
    return targets;
  }

  private static List<String> names(FieldType type) {
    return switch (type) {
      case FieldType.Lookup lookup -> List.of(lookup.target());
      case FieldType.MasterDetail detail -> List.of(detail.target());
      case FieldType.PolyLookup poly -> poly.targets();
      case FieldType.User _ -> List.of(USER_OBJECT);
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Number _,
          FieldType.Currency _,
          FieldType.Percent _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          List.of();
    };
  }
}
