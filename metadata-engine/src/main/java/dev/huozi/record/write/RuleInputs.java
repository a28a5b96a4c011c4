package dev.huozi.record.write;

import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.metadata.rule.Rule;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.FormulaBinder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which fields of an object take part in its rules, for a form that asks only when it matters.
///
/// @param read fields that some formula reads, so that a change of them may change the answer
/// @param told fields that rules have something to say beside
/// @param given fields that formulas give values
public record RuleInputs(Set<String> read, Set<String> told, Set<String> given) {
  /// @param conditions more formulas over the object: those of the parts of a form
  public static RuleInputs of(
      MetadataSnapshot snapshot, ObjectModel object, Collection<String> conditions) {
    Guards guards = Guards.of(snapshot, object);
    Set<String> read = new LinkedHashSet<>();
    Set<String> told = new LinkedHashSet<>();
    Set<String> given = new LinkedHashSet<>();
    for (List<Guards.Setting> settings : List.of(guards.defaults(), guards.sets())) {
      for (Guards.Setting setting : settings) {
        setting.formulas().forEach(formula -> add(formula, read));
        setting.values().keySet().forEach(field -> given.add(field.name()));
      }
    }
    // What somebody enters where a rule has its own idea is put right at once.
    guards.sets().forEach(set -> set.values().keySet().forEach(field -> read.add(field.name())));
    guards.required().values().forEach(formula -> add(formula, read));
    guards.readOnly().values().forEach(formula -> add(formula, read));
    for (Guards.Check check : guards.checks()) {
      add(check.when(), read);
      told.addAll(names(object, check.rule()));
    }
    FormulaBinder binder = new FormulaBinder(snapshot);
    conditions.forEach(
        condition -> add(binder.require(condition, object, FormulaOptions.rules()), read));
    return new RuleInputs(Set.copyOf(read), Set.copyOf(told), Set.copyOf(given));
  }

  /// Whether anything can ever change while a record is written.
  public boolean isEmpty() {
    return read.isEmpty() && given.isEmpty();
  }

  private static List<String> names(ObjectModel object, Rule rule) {
    return rule.fields().stream()
        .map(object::field)
        .filter(field -> field != null)
        .map(FieldModel::name)
        .toList();
  }

  private static void add(BoundFormula formula, Set<String> into) {
    formula.fields().forEach(field -> into.add(field.origin().name()));
  }
}
