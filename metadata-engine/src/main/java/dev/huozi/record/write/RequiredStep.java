package dev.huozi.record.write;

import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.RecordError;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaSurroundings;
import dev.huozi.record.query.FieldRef;
import java.util.List;
import java.util.Map;

/// Required fields: of a new record all of them, of an existing one those that the caller sends.
/// Older records may lack a value that became required later; changing another field of them is no
/// offence.
final class RequiredStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    List<FieldModel> required =
        scope.object().fields().stream().filter(RequiredStep::isAsked).toList();
    conditional(scope, drafts);
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

  /// Fields that are required at times: also asked when something changes that the condition reads.
  private static void conditional(WriteScope scope, List<Draft> drafts) {
    Map<FieldModel, BoundFormula> conditions = Guards.of(scope).required();
    if (conditions.isEmpty()) {
      return;
    }
    FormulaInputs.Related related = DraftRecord.related(scope, drafts, conditions.values());
    EvaluationContext surroundings = FormulaSurroundings.stored(scope.context(), scope.snapshot());
    for (Draft draft : drafts) {
      DraftRecord record = new DraftRecord(scope, draft, related);
      conditions.forEach((field, condition) -> {
        if (!draft.refused().contains(field)
            && !draft.isFilled(field)
            && isAsked(draft, field, condition)
            && !Guards.readsRefused(draft, List.of(condition))
            && condition.holds(record, surroundings)) {
          scope.refuse(draft, field, RecordError.RECORD_FIELD_REQUIRED);
        }
      });
    }
  }

  private static boolean isAsked(Draft draft, FieldModel field, BoundFormula condition) {
    return draft.isNew()
        || draft.isTouched(field)
        || condition.fields().stream().map(FieldRef::origin).anyMatch(draft::isTouched);
  }

  /// Numbers that the system gives come later and are never missing.
  private static boolean isAsked(FieldModel field) {
    boolean needed =
        field.field().required().isAlways()
            || field.field().type() instanceof FieldType.MasterDetail;
    return needed && !field.system() && !field.field().type().isGiven();
  }
}
