package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.RecordError;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaSurroundings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values by formula: defaults of new records where the sender said nothing, then what rules set. A
/// value comes to the record by the same coercion as one that somebody sent.
final class ValuesStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    Guards guards = Guards.of(scope);
    EvaluationContext surroundings = FormulaSurroundings.stored(scope.context(), scope.snapshot());
    List<Draft> ready = drafts;
    boolean references = false;
    for (Guards.Setting setting : guards.defaults()) {
      FieldModel field = setting.values().keySet().iterator().next();
      ready = all(scope, ready, setting, surroundings, field);
      references |= field.field().type() instanceof FieldType.Reference;
    }
    for (Guards.Setting setting : guards.sets()) {
      ready = all(scope, ready, setting, surroundings, null);
      references |=
          setting.values().keySet().stream()
              .anyMatch(field -> field.field().type() instanceof FieldType.Reference);
    }
    return references ? new ReferenceStep().apply(scope, ready) : ready;
  }

  /// @param missing the field whose default it is: only new records without it get the value
  private static List<Draft> all(
      WriteScope scope,
      List<Draft> drafts,
      Guards.Setting setting,
      EvaluationContext surroundings,
      @Nullable FieldModel missing) {
    FormulaInputs.Related related = DraftRecord.related(scope, drafts, setting.formulas());
    return drafts.stream()
        .map(draft -> {
          boolean wanted = missing == null || draft.isNew() && !draft.input().has(missing.name());
          return !wanted || Guards.readsRefused(draft, setting.formulas())
              ? draft
              : one(scope, draft, setting, new DraftRecord(scope, draft, related), surroundings);
        })
        .toList();
  }

  private static Draft one(
      WriteScope scope,
      Draft draft,
      Guards.Setting setting,
      DraftRecord record,
      EvaluationContext surroundings) {
    if (setting.when() instanceof BoundFormula when && !when.holds(record, surroundings)) {
      return draft;
    }
    Map<FieldModel, @Nullable Object> values = new LinkedHashMap<>(draft.values());
    Map<FieldModel, PendingReference> pending = new LinkedHashMap<>(draft.pending());
    Set<FieldModel> refused = new LinkedHashSet<>(draft.refused());
    setting
        .values()
        .forEach((field, formula) -> {
          Object value = formula.evaluate(record, surroundings);
          if (value instanceof FormulaError) {
            scope.refuse(draft, field, RecordError.RECORD_VALUE_FORMULA, "name", setting.name());
            refused.add(field);
            return;
          }
          switch (FieldCoercion.coerce(new FieldInput(scope, draft, field, json(field, value)))) {
            case Coerced.Value(Object given) -> values.put(field, given);
            case Coerced.Pending(PendingReference reference) -> pending.put(field, reference);
            case Coerced.Refused _ -> refused.add(field);
          }
        });
    return draft.with(values, pending, refused);
  }

  private static JsonNode json(FieldModel field, @Nullable Object value) {
    return switch (value) {
      case null ->
          field.field().type() instanceof FieldType.Bool
              ? BooleanNode.FALSE
              : NullNode.getInstance();
      case BigDecimal number -> DecimalNode.valueOf(rounded(field.field().type(), number));
      case Boolean flag -> BooleanNode.valueOf(flag);
      default -> TextNode.valueOf(value.toString());
    };
  }

  private static BigDecimal rounded(FieldType type, BigDecimal number) {
    return type instanceof FieldType.Decimal decimal && number.scale() > decimal.decimals()
        ? number.setScale(decimal.decimals(), RoundingMode.HALF_UP)
        : number;
  }
}
