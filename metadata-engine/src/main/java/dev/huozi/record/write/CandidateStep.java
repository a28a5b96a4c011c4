package dev.huozi.record.write;

import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.RecordError;
import dev.huozi.record.Reference;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaSurroundings;
import dev.huozi.record.query.FieldRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// References with a filter: what they point at must meet it. Asked when the reference changes or a
/// value that the filter compares it with; older records may point at what no longer fits.
final class CandidateStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    Map<FieldModel, BoundFormula> filters = Guards.of(scope).candidates();
    if (filters.isEmpty()) {
      return drafts;
    }
    FormulaInputs.Related related = DraftRecord.related(scope, drafts, filters.values());
    EvaluationContext surroundings = FormulaSurroundings.stored(scope.context(), scope.snapshot());
    for (Draft draft : drafts) {
      DraftRecord record = new DraftRecord(scope, draft, related);
      filters.forEach((field, filter) -> {
        if (draft.value(field) instanceof Reference chosen
            && isAsked(draft, field, filter)
            && !draft.refused().contains(field)
            && !Guards.readsRefused(draft, List.of(filter))
            && !filter.holds(record, surroundings)) {
          scope.refuse(
              draft,
              field,
              RecordError.RECORD_REFERENCE_FILTERED,
              "name",
              Objects.requireNonNullElse(chosen.name(), chosen.id().toString()),
              "filter",
              filter.formula().source());
        }
      });
    }
    return drafts;
  }

  private static boolean isAsked(Draft draft, FieldModel field, BoundFormula filter) {
    Map<FieldModel, ?> changes = draft.changes();
    return draft.isNew()
        || changes.containsKey(field)
        || filter.fields().stream().map(FieldRef::origin).anyMatch(changes::containsKey);
  }
}
