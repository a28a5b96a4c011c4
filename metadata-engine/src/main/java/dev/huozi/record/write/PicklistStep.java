package dev.huozi.record.write;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.value.LocalizedText;
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
          OptionSet controls = scope.snapshot().optionSet(rule.set());
          Dependence told = new Dependence(control, set, controls, rule);
          drafts.forEach(draft -> check(scope, draft, field, told));
        }
      }
    }
    return drafts;
  }

  /// What a field may hold beside its controlling one, and what the options are called.
  private record Dependence(
      FieldModel control,
      OptionSet options,
      @Nullable OptionSet controls,
      OptionSet.DependsOn depends) {
    private static final LocalizedText NOTHING = LocalizedText.of("空", "blank");

    List<String> allowed(@Nullable Object code) {
      return code instanceof String text ? depends.map().getOrDefault(text, List.of()) : List.of();
    }

    LocalizedText controlLabel(@Nullable Object code) {
      return code instanceof String text && controls != null ? controls.label(text) : NOTHING;
    }

    List<LocalizedText> labels(List<String> codes) {
      return codes.isEmpty()
          ? List.of(LocalizedText.of("无", "none"))
          : codes.stream().map(options::label).toList();
    }
  }

  private static void check(WriteScope scope, Draft draft, FieldModel field, Dependence rule) {
    FieldModel control = rule.control();
    if (draft.refused().contains(field) || draft.refused().contains(control)) {
      return;
    }
    Object code = draft.value(field);
    Object controlCode = draft.value(control);
    if (code == null
        || isUnchanged(draft, field, code) && isUnchanged(draft, control, controlCode)) {
      return;
    }
    List<String> allowed = rule.allowed(controlCode);
    if (!allowed.contains(code)) {
      scope.refuse(
          draft,
          field,
          RecordError.RECORD_PICKLIST_NOT_ALLOWED,
          "value",
          code,
          "valueLabel",
          rule.options().label(code.toString()),
          "control",
          controlCode == null ? "" : controlCode,
          "controlLabel",
          WriteScope.label(control),
          "controlValueLabel",
          rule.controlLabel(controlCode),
          "allowed",
          allowed,
          "allowedLabels",
          rule.labels(allowed));
    }
  }

  private static boolean isUnchanged(Draft draft, FieldModel field, @Nullable Object value) {
    return !draft.isNew() && Objects.equals(draft.valueBefore(field), value);
  }
}
