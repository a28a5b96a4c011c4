package dev.huozi.record.write;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.Reference;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.sql.RecomputeRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stored formulas of the records that are written. What they read of other records cannot change
/// until the transaction ends, so that nothing that somebody else writes at the same time is
/// missed.
///
/// @param ofNew whether new records are meant, or changed ones
record StoredStep(boolean ofNew) implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    ComputedFields fields = ComputedFields.of(scope.snapshot());
    List<ComputedField> stored = fields.stored(scope.object());
    List<Draft> meant = drafts.stream().filter(this::isMeant).toList();
    if (stored.isEmpty() || meant.isEmpty()) {
      return drafts;
    }
    List<BoundFormula> formulas = stored.stream().map(ComputedField::formula).toList();
    lock(scope, fields, formulas, meant);
    FormulaInputs.Related related = DraftRecord.related(scope, meant, formulas);
    return drafts.stream()
        .map(draft ->
            isMeant(draft)
                ? computed(draft, stored, new DraftRecord(scope, draft, related))
                : draft)
        .toList();
  }

  private boolean isMeant(Draft draft) {
    return draft.isNew() ? ofNew : !ofNew && !draft.changes().isEmpty();
  }

  private static Draft computed(Draft draft, List<ComputedField> stored, DraftRecord record) {
    Map<FieldModel, @Nullable Object> values = new LinkedHashMap<>(draft.values());
    for (ComputedField field : stored) {
      if (!Guards.readsRefused(draft, List.of(field.formula()))) {
        values.put(field.field(), record.computed(field.field()));
      }
    }
    return draft.with(values, draft.pending(), draft.refused());
  }

  /// Records that the formulas reach first, in the order of their ids.
  private static void lock(
      WriteScope scope, ComputedFields fields, List<BoundFormula> formulas, List<Draft> drafts) {
    Map<FieldRef.Hop, Set<UUID>> reached = new LinkedHashMap<>();
    for (BoundFormula formula : formulas) {
      for (FieldRef ref : fields.given(formula.fields())) {
        if (!ref.isOwn()) {
          FieldRef.Hop hop = ref.path().getFirst();
          Set<UUID> ids = reached.computeIfAbsent(hop, _ -> new TreeSet<>());
          drafts.stream()
              .map(draft -> draft.value(hop.lookup()) instanceof Reference to ? to.id() : null)
              .filter(Objects::nonNull)
              .forEach(ids::add);
        }
      }
    }
    reached.forEach((hop, ids) -> {
      if (!ids.isEmpty()) {
        scope.transaction().query(RecomputeRenderer.keep(hop.target(), ids), row -> row.uuid(0));
      }
    });
  }
}
