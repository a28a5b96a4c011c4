package dev.huozi.record.write;

import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.formula.Dependants;
import dev.huozi.record.sql.RecomputeRenderer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Stored formulas of records that refer to what was written, computed anew in the same
/// transaction, one statement for each object. Their versions stay, as nobody has changed them.
record Recomputation(WriteScope scope) {
  /// After records were changed.
  void after(List<Draft> drafts) {
    Set<FieldModel> changed = new LinkedHashSet<>();
    drafts.forEach(draft -> changed.addAll(draft.changes().keySet()));
    scope.object().fields().stream()
        .filter(field -> field.system() && field.name().startsWith("updated_"))
        .forEach(changed::add);
    List<UUID> ids = drafts.stream().map(Draft::id).toList();
    for (Dependants.Affected affected :
        Dependants.of(scope.snapshot()).of(scope.object(), changed)) {
      run(affected, ids);
    }
  }

  private void run(Dependants.Affected affected, List<UUID> ids) {
    scope
        .transaction()
        .execute(RecomputeRenderer.dependants(affected, ids, scope.snapshot(), surroundings()));
  }

  /// After a reference of these records was emptied.
  void of(ObjectModel object, Set<UUID> ids) {
    List<ComputedField> stored = ComputedFields.of(scope.snapshot()).stored(object);
    if (!stored.isEmpty() && !ids.isEmpty()) {
      scope
          .transaction()
          .execute(
              RecomputeRenderer.records(object, stored, ids, scope.snapshot(), surroundings()));
    }
  }

  private SqlSurroundings surroundings() {
    return new SqlSurroundings(scope.context().now(), scope.context().tenant().zone());
  }
}
