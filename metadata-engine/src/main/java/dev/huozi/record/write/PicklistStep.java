package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.RecordError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Dependent picklists: the code must be one that the controlling field's value allows. A pair that
/// a record holds already and that is not touched stays.
final class PicklistStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    for (FieldModel field : scope.object().fields()) {
      if (field.field().type() instanceof FieldType.Picklist picklist
          && picklist.controlledBy() instanceof String controlling) {
        FieldModel control = scope.object().field(controlling);
        OptionSet set = scope.snapshot().optionSet(picklist.optionset());
        if (control != null && set != null && set.dependsOn() instanceof OptionSet.DependsOn rule) {
          drafts.forEach(draft -> check(scope, draft, field, control, rule));
        }
      }
    }
    return drafts;
  }

  private static void check(
      WriteScope scope,
      Draft draft,
      FieldModel field,
      FieldModel control,
      OptionSet.DependsOn rule) {
    if (draft.refused().contains(field) || draft.refused().contains(control)) {
      return;
    }
    Object code = draft.value(field);
    Object controlCode = draft.value(control);
    if (code == null
        || isUnchanged(draft, field, code) && isUnchanged(draft, control, controlCode)) {
      return;
    }
    List<String> allowed =
        controlCode instanceof String text ? rule.map().getOrDefault(text, List.of()) : List.of();
    if (!allowed.contains(code)) {
      scope.refuse(
          draft,
          field,
          RecordError.RECORD_PICKLIST_NOT_ALLOWED,
          "value",
          code,
          "control",
          controlCode == null ? "" : controlCode,
          "controlLabel",
          WriteScope.label(control),
          "allowed",
          allowed);
    }
  }

  private static boolean isUnchanged(Draft draft, FieldModel field, @Nullable Object value) {
    return !draft.isNew() && Objects.equals(draft.valueBefore(field), value);
  }
}
