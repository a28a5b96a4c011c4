package dev.huozi.metadata.rule;

import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.metadata.extension.FieldNames;
import dev.huozi.metadata.extension.FieldPaths;
import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.formula.FormulaCheck;
import dev.huozi.metadata.formula.OwnFields;
import dev.huozi.metadata.formula.Truth;
import dev.huozi.metadata.formula.ValueCheck;
import dev.huozi.metadata.formula.ValueOrder;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.object.SystemFields;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Kind `rule`.
@Singleton
public final class RuleKind implements MetadataKind<Rule> {
  public static final String ID = "rule";
  public static final RuleKind KIND = new RuleKind();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "rules";
  }

  @Override
  public Class<Rule> type() {
    return Rule.class;
  }

  @Override
  public List<Reference> references(Rule rule) {
    return List.of(Reference.of(ObjectKind.ID, rule.object(), "object").dropping(""));
  }

  @Override
  public List<FieldReference> fieldReferences(Rule rule, ModelView model) {
    ObjectType object = model.find(ObjectKind.KIND, rule.object());
    if (object == null) {
      return List.of();
    }
    FieldPaths paths = new FieldPaths(model, object);
    if (rule.when() instanceof String when) {
      paths.formula(when, "when");
    }
    paths.list(rule.fields(), "fields");
    rule.sets()
        .forEach((field, formula) -> {
          String path = "sets." + field;
          paths.field(field, path, rule.sets().size() == 1 ? null : path);
          paths.formula(formula, path);
        });
    return paths.references();
  }

  @Override
  public void check(Rule rule, ModelView model, Issues issues) {
    TextCheck.description(rule.description(), "description", issues);
    TextCheck.description(rule.message(), "message", issues);
    ObjectType object = model.find(ObjectKind.KIND, rule.object());
    if (object == null) {
      return; // reported as a missing reference
    }
    checkParts(rule, issues);
    new FieldNames(model, object, issues).checkFields(rule.fields(), "fields");
    checkSets(rule, object, model, issues);
    if (rule.when() instanceof String when) {
      CheckedFormula condition =
          FormulaCheck.check(when, rule.object(), FormulaOptions.rules(), model, "when", issues);
      if (condition != null) {
        checkTruth(rule, condition, object, model, issues);
      }
    }
  }

  /// What each level needs and what it cannot have.
  private static void checkParts(Rule rule, Issues issues) {
    String level = rule.level().name();
    boolean sets = rule.level() == Rule.Level.set;
    if (!sets && rule.when() == null) {
      issues.error(MetadataError.RULE_WHEN_MISSING, "", "level", level);
    }
    if (!sets && rule.message().isEmpty()) {
      issues.error(MetadataError.RULE_MESSAGE_MISSING, "", "level", level);
    }
    if (sets && rule.sets().isEmpty()) {
      issues.error(MetadataError.RULE_SETS_MISSING, "");
    }
    if (!sets && !rule.sets().isEmpty()) {
      issues.error(MetadataError.RULE_SETS_LEVEL, "sets", "level", level);
    }
  }

  private static void checkSets(Rule rule, ObjectType object, ModelView model, Issues issues) {
    Set<String> seen = new HashSet<>();
    FieldNames names = new FieldNames(model, object, issues);
    for (Map.Entry<String, String> set : rule.sets().entrySet()) {
      String path = "sets." + set.getKey();
      Field field = ObjectFields.find(model, object, set.getKey());
      if (!seen.add(ApiName.key(set.getKey()))) {
        issues.error(MetadataError.ITEM_DUPLICATE, path, "name", set.getKey());
      } else if (field == null) {
        names.checkField(set.getKey(), path);
      } else if (!maySet(field)) {
        issues.error(MetadataError.RULE_SETS_FIELD, path, "field", set.getKey());
      } else {
        ValueCheck.check(set.getValue(), object.name(), set.getKey(), model, path, issues);
      }
    }
    if (rule.active() && rule.level() == Rule.Level.set) {
      checkCircle(rule, object, model, issues);
    }
  }

  /// Whether a rule may give the field a value.
  public static boolean maySet(Field field) {
    return !SystemFields.isReserved(field.name()) && !field.type().isGiven();
  }

  private static void checkCircle(Rule rule, ObjectType object, ModelView model, Issues issues) {
    List<ValueOrder.Step> steps = new ArrayList<>();
    for (Rule other : model.all(KIND)) {
      ValueOrder.Step step =
          ApiName.same(other.object(), object.name()) ? step(other, model) : null;
      if (step != null) {
        steps.add(step);
      }
    }
    ValueOrder.Step own = step(rule, model);
    Set<String> circle = own == null ? Set.of() : ValueOrder.circle(steps, own.writes());
    if (!circle.isEmpty()) {
      issues.error(MetadataError.VALUE_CYCLE, "sets", "fields", String.join(", ", circle));
    }
  }

  /// What a rule of level `set` reads and sets; null for others and for one with mistakes.
  private static ValueOrder.@Nullable Step step(Rule rule, ModelView model) {
    if (!rule.active() || rule.level() != Rule.Level.set) {
      return null;
    }
    Issues ignored = new Issues();
    Set<String> reads = new HashSet<>();
    Set<String> writes = new HashSet<>();
    if (rule.when() instanceof String when) {
      OwnFields.add(
          FormulaCheck.check(when, rule.object(), FormulaOptions.rules(), model, "", ignored),
          reads);
    }
    rule.sets()
        .forEach((field, formula) -> {
          writes.add(ApiName.key(field));
          OwnFields.add(
              FormulaCheck.check(formula, rule.object(), ValueCheck.options(), model, "", ignored),
              reads);
        });
    return ignored.list().isEmpty() ? new ValueOrder.Step(rule.name(), reads, writes) : null;
  }

  /// A rule that always blocks or never does anything is a mistake.
  private static void checkTruth(
      Rule rule, CheckedFormula condition, ObjectType object, ModelView model, Issues issues) {
    Boolean truth =
        Truth.of(
            condition,
            path ->
                ObjectFields.find(model, object, path) instanceof Field field
                    && field.required().isAlways());
    if (Boolean.TRUE.equals(truth) && rule.level() == Rule.Level.block) {
      issues.error(MetadataError.RULE_ALWAYS, "when");
    } else if (Boolean.FALSE.equals(truth)) {
      issues.error(MetadataError.RULE_NEVER, "when");
    }
  }
}
