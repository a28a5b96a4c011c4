package dev.huozi.record.write;

import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.rule.Rule;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.record.RecordError;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaInputs;
import dev.huozi.record.formula.FormulaSurroundings;
import java.util.ArrayList;
import java.util.List;

/// Fields that cannot be written at times, and rules that warn or block, over each record as it
/// will be. All that hold are told, beside their fields. A rule whose condition cannot be computed
/// blocks if it would block: it is there to keep something out.
final class RulesStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    Guards guards = Guards.of(scope);
    if (guards.checks().isEmpty() && guards.readOnly().isEmpty()) {
      return drafts;
    }
    List<BoundFormula> formulas = new ArrayList<>(guards.readOnly().values());
    guards.checks().forEach(check -> formulas.add(check.when()));
    FormulaInputs.Related related = DraftRecord.related(scope, drafts, formulas);
    EvaluationContext surroundings = FormulaSurroundings.stored(scope.context(), scope.snapshot());
    for (Draft draft : drafts) {
      DraftRecord record = new DraftRecord(scope, draft, related);
      if (draft.isNew() || !draft.changes().isEmpty()) {
        readOnly(scope, draft, record, guards, surroundings);
        guards.checks().forEach(check -> check(scope, draft, record, check, surroundings));
      }
    }
    return drafts;
  }

  /// Only what the caller himself changes is refused; what rules set is not. The condition is asked
  /// of the record as it will be, but with the field itself as it was (`DraftRecord.but`).
  private static void readOnly(
      WriteScope scope,
      Draft draft,
      DraftRecord record,
      Guards guards,
      EvaluationContext surroundings) {
    guards
        .readOnly()
        .forEach((field, condition) -> {
          boolean sent =
              draft.input().has(field.name())
                  && !SameValue.test(draft.valueBefore(field), draft.value(field));
          if (sent
              && !draft.refused().contains(field)
              && !Guards.readsRefused(draft, List.of(condition))
              && condition.holds(record.but(field), surroundings)) {
            scope.refuse(draft, field, RecordError.RECORD_FIELD_READ_ONLY_NOW);
          }
        });
  }

  /// Tells what the rule says of the draft, if it holds.
  static void check(
      WriteScope scope,
      Draft draft,
      DraftRecord record,
      Guards.Check check,
      EvaluationContext surroundings) {
    if (Guards.readsRefused(draft, List.of(check.when()))) {
      return;
    }
    Object value = check.when().evaluate(record, surroundings);
    Rule rule = check.rule();
    boolean blocks = rule.level() == Rule.Level.block;
    if (value instanceof FormulaError && blocks) {
      tell(scope, draft, rule, RecordError.RECORD_RULE_FAILED);
    } else if (Boolean.TRUE.equals(value)) {
      tell(
          scope,
          draft,
          rule,
          blocks ? RecordError.RECORD_RULE_BLOCKED : RecordError.RECORD_RULE_WARNED);
    }
  }

  private static void tell(WriteScope scope, Draft draft, Rule rule, RecordError code) {
    LocalizedText label =
        rule.label().isEmpty() ? LocalizedText.of(rule.name(), rule.name()) : rule.label();
    List<String> fields =
        rule.fields().stream()
            .map(scope.object()::field)
            .filter(field -> field != null)
            .map(FieldModel::name)
            .toList();
    scope.tell(draft, fields, code, "message", rule.message(), "rule", label);
  }
}
