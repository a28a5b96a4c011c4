package dev.huozi.metadata.formula;

import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.metadata.extension.FieldPaths;
import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The formulas that a field has beside its type: when it is required or read-only, and its
/// default.
public final class FieldFormulas {
  private FieldFormulas() {}

  /// @param object the object that has the field
  /// @param path where the field stands: `fields.amount`
  public static void check(
      ObjectType object, Field field, String path, ModelView model, Issues issues) {
    condition(object, field.required(), path + ".required", model, issues);
    condition(object, field.readOnly(), path + ".readOnly", model, issues);
    if (field.filter() instanceof String filter) {
      CandidateCheck.check(object, field, filter, path + ".filter", model, issues);
    }
    if (field.type() instanceof FieldType.Formula formula) {
      FormulaFieldCheck.check(object, field, formula, path, model, issues);
    }
    if (field.defaultFormula() instanceof String formula) {
      String at = path + ".defaultFormula";
      if (field.type().isGiven()) {
        issues.error(MetadataError.DEFAULT_NOT_ALLOWED, at, "type", field.type().id());
        return;
      }
      ValueCheck.check(formula, object.name(), field.name(), model, at, issues);
      Set<String> circle =
          ValueOrder.circle(defaults(object, model), Set.of(ApiName.key(field.name())));
      if (!circle.isEmpty()) {
        issues.error(MetadataError.VALUE_CYCLE, at, "fields", String.join(", ", circle));
      }
    }
  }

  /// Checks a condition that an object's record is asked.
  public static void condition(
      ObjectType object, Condition condition, String path, ModelView model, Issues issues) {
    if (condition.formula() instanceof String formula) {
      FormulaCheck.check(formula, object.name(), FormulaOptions.rules(), model, path, issues);
    }
  }

  private static List<ValueOrder.Step> defaults(ObjectType object, ModelView model) {
    List<ValueOrder.Step> steps = new ArrayList<>();
    for (Field field : ObjectFields.of(model, object)) {
      if (field.defaultFormula() instanceof String formula) {
        Set<String> reads = new HashSet<>();
        OwnFields.add(
            FormulaCheck.check(
                formula, object.name(), ValueCheck.options(), model, "", new Issues()),
            reads);
        steps.add(new ValueOrder.Step(field.name(), reads, Set.of(ApiName.key(field.name()))));
      }
      if (field.type() instanceof FieldType.Formula formula) {
        Set<String> reads = new HashSet<>();
        OwnFields.add(
            FormulaCheck.check(
                formula.expr(),
                object.name(),
                FormulaFieldCheck.options(formula),
                model,
                "",
                new Issues()),
            reads);
        steps.add(new ValueOrder.Step(field.name(), reads, Set.of(ApiName.key(field.name()))));
      }
    }
    return steps;
  }

  /// The fields that these formulas name.
  public static List<FieldReference> references(
      ObjectType object, Field field, String path, ModelView model) {
    FieldPaths paths = new FieldPaths(model, object);
    if (field.required().formula() instanceof String formula) {
      paths.formula(formula, path + ".required");
    }
    if (field.readOnly().formula() instanceof String formula) {
      paths.formula(formula, path + ".readOnly");
    }
    if (field.defaultFormula() instanceof String formula) {
      paths.formula(formula, path + ".defaultFormula");
    }
    if (field.type() instanceof FieldType.Formula formula) {
      paths.formula(formula.expr(), path + ".expr");
    }
    List<FieldReference> all = new ArrayList<>(paths.references());
    all.addAll(CandidateCheck.references(object, field, path + ".filter", model));
    return List.copyOf(all);
  }
}
