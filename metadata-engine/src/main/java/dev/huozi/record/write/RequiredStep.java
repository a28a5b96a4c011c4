package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.RecordError;
import java.util.List;

/// Required fields: of a new record all of them, of an existing one those that the caller sends.
/// Older records may lack a value that became required later; changing another field of them is no
/// offence.
final class RequiredStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    List<FieldModel> required =
        scope.object().fields().stream().filter(RequiredStep::isAsked).toList();
    for (Draft draft : drafts) {
      for (FieldModel field : required) {
        boolean asked = draft.isNew() || draft.isTouched(field);
        if (asked && !draft.refused().contains(field) && !draft.isFilled(field)) {
          scope.refuse(draft, field, RecordError.RECORD_FIELD_REQUIRED);
        }
      }
    }
    return drafts;
  }

  /// Numbers that the system gives come later and are never missing.
  private static boolean isAsked(FieldModel field) {
    boolean needed =
        field.field().required() || field.field().type() instanceof FieldType.MasterDetail;
    return needed && !field.system() && !(field.field().type() instanceof FieldType.AutoNumber);
  }
}
