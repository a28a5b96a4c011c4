package dev.huozi.record.query;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.RecordError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list is really sorted by when somebody sorts by a field: a lookup sorts by the name of
/// what it points at.
final class SortTarget {
  private SortTarget() {}

  /// The field whose column gives the order, or null with an issue.
  static @Nullable FieldRef of(FieldRef asked, MetadataSnapshot snapshot, Issues issues) {
    if (ColumnKind.isRecordId(asked.field())) {
      return asked;
    }
    if (!ComputedChecks.keepsOrder(asked, snapshot, issues)) {
      return null;
    }
    return switch (asked.field().field().type()) {
      case FieldType.Lookup _, FieldType.MasterDetail _, FieldType.User _ ->
          nameOfTarget(asked, snapshot, issues);
      case FieldType.PolyLookup _, FieldType.LongText _ -> refused(asked, issues);
      case FieldType.Text _,
          FieldType.Decimal _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _,
          FieldType.Formula _ ->
          asked;
    };
  }

  private static @Nullable FieldRef nameOfTarget(
      FieldRef asked, MetadataSnapshot snapshot, Issues issues) {
    FieldModel lookup = asked.field();
    List<ReferenceTargets.Target> targets = ReferenceTargets.of(lookup, snapshot);
    if (targets.isEmpty()) {
      return refused(asked, issues);
    }
    List<FieldRef.Hop> path = new ArrayList<>(asked.path());
    path.add(new FieldRef.Hop(lookup, targets.getFirst().object()));
    return new FieldRef(path, targets.getFirst().object().nameField());
  }

  private static @Nullable FieldRef refused(FieldRef asked, Issues issues) {
    issues.error(
        RecordError.RECORD_SORT_UNSUPPORTED,
        asked.name(),
        "field",
        asked.name(),
        "type",
        asked.field().field().type().id());
    return null;
  }
}
