package dev.huozi.record.query;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;

/// One resolved sort key. Blanks come last in both directions.
public record SortKey(FieldRef ref, boolean descending) {

  public ColumnKind kind() {
    return ColumnKind.of(ref.field());
  }

  /// False where a value is certain: a boolean and the system's own marks of an own field.
  public boolean nullable() {
    FieldModel field = ref.field();
    boolean certain = field.field().type() instanceof FieldType.Bool || isSystemMark(field);
    return !(ref.isOwn() && certain);
  }

  /// True where people expect the order of their language. Codes keep the order of the column.
  public boolean collated() {
    return kind() == ColumnKind.TEXT && !(ref.field().field().type() instanceof FieldType.Picklist);
  }

  private static boolean isSystemMark(FieldModel field) {
    return field.system()
        && (ColumnKind.isRecordId(field) || field.field().type() instanceof FieldType.DateTime);
  }
}
