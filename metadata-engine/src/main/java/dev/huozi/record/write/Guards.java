package dev.huozi.record.write;

import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.metadata.formula.OwnFields;
import dev.huozi.metadata.formula.ValueCheck;
import dev.huozi.metadata.formula.ValueOrder;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.rule.Rule;
import dev.huozi.metadata.rule.RuleKind;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.formula.BoundFormula;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.formula.FormulaBinder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// The formulas of an object that take part in its writes, bound once for each version of the
/// model.
///
/// @param defaults values of new records, each with one field, in order
/// @param sets rules that set values, in order
/// @param required conditions of fields that are required at times
/// @param readOnly conditions of fields that are read-only at times
/// @param candidates conditions that what a reference points at must meet
/// @param checks rules that warn or block, by name
record Guards(
    List<Setting> defaults,
    List<Setting> sets,
    Map<FieldModel, BoundFormula> required,
    Map<FieldModel, BoundFormula> readOnly,
    Map<FieldModel, BoundFormula> candidates,
    List<Check> checks) {
  private static final Map<MetadataSnapshot, Map<String, Guards>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  /// Formulas that give fields their values.
  ///
  /// @param name of the rule or the field, for messages
  /// @param when null for always
  record Setting(String name, @Nullable BoundFormula when, Map<FieldModel, BoundFormula> values) {
    List<BoundFormula> formulas() {
      List<BoundFormula> all = new ArrayList<>(values.values());
      if (when != null) {
        all.add(when);
      }
      return all;
    }
  }

  /// A rule that warns or blocks.
  record Check(Rule rule, BoundFormula when) {}

  static Guards of(WriteScope scope) {
    return of(scope.snapshot(), scope.object());
  }

  static Guards of(MetadataSnapshot snapshot, ObjectModel object) {
    return KNOWN
        .computeIfAbsent(snapshot, _ -> Collections.synchronizedMap(new HashMap<>()))
        .computeIfAbsent(object.name(), _ -> bind(snapshot, object));
  }

  private static Guards bind(MetadataSnapshot snapshot, ObjectModel object) {
    FormulaBinder binder = new FormulaBinder(snapshot);
    Map<FieldModel, BoundFormula> required = new LinkedHashMap<>();
    Map<FieldModel, BoundFormula> readOnly = new LinkedHashMap<>();
    Map<FieldModel, BoundFormula> candidates = new LinkedHashMap<>();
    List<Setting> defaults = new ArrayList<>();
    for (FieldModel field : object.fields()) {
      condition(binder, object, field, field.field().required(), required);
      condition(binder, object, field, field.field().readOnly(), readOnly);
      if (binder.candidate(field, object) instanceof BoundFormula filter) {
        candidates.put(field, filter);
      }
      if (field.field().defaultFormula() instanceof String formula) {
        BoundFormula bound = binder.require(formula, object, ValueCheck.options());
        defaults.add(new Setting(field.name(), null, Map.of(field, bound)));
      }
    }
    List<Setting> sets = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (Rule rule : snapshot.all(RuleKind.KIND)) {
      if (!rule.active() || !ApiName.same(rule.object(), object.name())) {
        continue;
      }
      BoundFormula when =
          rule.when() instanceof String text
              ? binder.require(text, object, FormulaOptions.rules())
              : null;
      if (rule.level() == Rule.Level.set) {
        sets.add(new Setting(rule.name(), when, values(binder, object, rule)));
      } else if (when != null) {
        checks.add(new Check(rule, when));
      }
    }
    List<ValueOrder.Step> computed = computed(snapshot, object);
    return new Guards(
        ordered(defaults, computed),
        ordered(sets, computed),
        required,
        readOnly,
        candidates,
        List.copyOf(checks));
  }

  private static void condition(
      FormulaBinder binder,
      ObjectModel object,
      FieldModel field,
      Condition condition,
      Map<FieldModel, BoundFormula> into) {
    if (condition.formula() instanceof String formula) {
      into.put(field, binder.require(formula, object, FormulaOptions.rules()));
    }
  }

  private static Map<FieldModel, BoundFormula> values(
      FormulaBinder binder, ObjectModel object, Rule rule) {
    Map<FieldModel, BoundFormula> values = new LinkedHashMap<>();
    rule.sets()
        .forEach((name, formula) -> {
          FieldModel field = object.field(name);
          if (field != null) {
            values.put(field, binder.require(formula, object, ValueCheck.options()));
          }
        });
    return values;
  }

  /// Computed fields pass on what they read.
  private static List<ValueOrder.Step> computed(MetadataSnapshot snapshot, ObjectModel object) {
    List<ValueOrder.Step> steps = new ArrayList<>();
    for (FieldModel field : object.fields()) {
      ComputedField computed = ComputedFields.of(snapshot).get(field);
      if (computed != null) {
        Set<String> reads = new HashSet<>();
        OwnFields.add(computed.formula().formula(), reads);
        String key = ApiName.key(field.name());
        steps.add(new ValueOrder.Step("=" + key, reads, Set.of(key)));
      }
    }
    return steps;
  }

  private static List<Setting> ordered(List<Setting> settings, List<ValueOrder.Step> computed) {
    Map<String, Setting> byName = new HashMap<>();
    List<ValueOrder.Step> steps = new ArrayList<>(computed);
    for (Setting setting : settings) {
      byName.put(setting.name(), setting);
      Set<String> reads = new HashSet<>();
      setting.formulas().forEach(formula -> OwnFields.add(formula.formula(), reads));
      Set<String> writes = new HashSet<>();
      setting.values().keySet().forEach(field -> writes.add(ApiName.key(field.name())));
      steps.add(new ValueOrder.Step(setting.name(), reads, writes));
    }
    List<Setting> sorted = new ArrayList<>();
    for (ValueOrder.Step step : ValueOrder.sort(steps)) {
      Setting setting = byName.get(step.name());
      if (setting != null) {
        sorted.add(setting);
      }
    }
    return List.copyOf(sorted);
  }

  /// Whether a formula reads a value that could not be understood: what it says is then of no use.
  static boolean readsRefused(Draft draft, Collection<BoundFormula> formulas) {
    return !draft.refused().isEmpty()
        && formulas.stream()
            .flatMap(formula -> formula.fields().stream())
            .anyMatch(field -> draft.refused().contains(field.origin()));
  }
}
