package dev.huozi.metadata.formula;

import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.FormulaSet;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ModelSketch;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.value.LocalizedText;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;

/// Checks the formulas of formula fields: types, names, and that none needs itself, over however
/// many objects.
public final class FormulaFieldCheck {
  /// One model is asked for each of its formula fields.
  private static final Map<ModelView, Map<String, FormulaSet.Cycle<String>>> CYCLES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private FormulaFieldCheck() {}

  /// How the formula of a field is meant.
  public static FormulaOptions options(FieldType.Formula formula) {
    return FormulaOptions.field(type(formula))
        .withBlankMode(
            formula.blanks() == FieldType.Blanks.blank ? BlankMode.BLANK : BlankMode.ZERO);
  }

  private static FormulaType type(FieldType.Formula formula) {
    return switch (formula.result()) {
      case "number" -> FormulaType.NUMBER;
      case "currency" -> FormulaType.CURRENCY;
      case "percent" -> FormulaType.PERCENT;
      case "boolean" -> FormulaType.BOOLEAN;
      case "date" -> FormulaType.DATE;
      case "datetime" -> FormulaType.DATETIME;
      default -> FormulaType.TEXT;
    };
  }

  /// @param path where the field stands: `fields.amount`
  static void check(
      ObjectType object,
      Field field,
      FieldType.Formula formula,
      String path,
      ModelView model,
      Issues issues) {
    if (!FieldType.Formula.RESULTS.contains(formula.result())) {
      return; // said already
    }
    String at = path + ".expr";
    CheckedFormula checked =
        FormulaCheck.check(formula.expr(), object.name(), options(formula), model, at, issues);
    if (checked != null) {
      FormulaSet.Cycle<String> cycle =
          CYCLES
              .computeIfAbsent(model, FormulaFieldCheck::cycles)
              .get(name(object.name(), field.name()));
      if (cycle != null) {
        issues.add(FormulaCheck.issue(cycle.diagnostic(), at));
      } else if (formula.stored()) {
        stored(object, field, path + ".stored", model, issues);
      }
    }
  }

  /// What stands in a column must not change by itself, and the database fills it.
  private static void stored(
      ObjectType object, Field field, String path, ModelView model, Issues issues) {
    MetadataSnapshot sketch = ModelSketch.of(model);
    ObjectModel around = sketch == null ? null : sketch.object(object.name());
    FieldModel found = around == null ? null : around.field(field.name());
    if (sketch == null || found == null) {
      return;
    }
    FormulaFields formulas = FormulaFields.of(sketch);
    if (formulas.isVolatile(found)) {
      issues.error(MetadataError.FORMULA_STORED_VOLATILE, path, "field", field.name());
      return;
    }
    Diagnostic against = formulas.notSql(found);
    if (against != null) {
      issues.error(
          MetadataError.FORMULA_STORED_NOT_SQL,
          path,
          "field",
          field.name(),
          "part",
          against.parameters().getOrDefault("part", ""),
          "reason",
          against.parameters().getOrDefault("reason", LocalizedText.EMPTY));
    }
  }

  private static Map<String, FormulaSet.Cycle<String>> cycles(ModelView model) {
    MetadataSnapshot sketch = ModelSketch.of(model);
    Map<String, FormulaSet.Cycle<String>> found = new HashMap<>();
    if (sketch != null) {
      Map<FieldModel, String> names = new HashMap<>();
      Map<String, CheckedFormula> formulas = new LinkedHashMap<>();
      for (ObjectModel object : sketch.objects()) {
        for (FieldModel field : object.fields()) {
          String name = name(object.name(), field.name());
          names.put(field, name);
          if (field.field().type() instanceof FieldType.Formula formula) {
            CheckedFormula checked =
                FormulaCheck.check(
                    formula.expr(), object.name(), options(formula), model, "", new Issues());
            if (checked != null) {
              formulas.put(name, checked);
            }
          }
        }
      }
      new FormulaSet<>(formulas, path -> end(path, names))
          .cycles()
          .forEach(cycle -> found.put(cycle.formula(), cycle));
    }
    return found;
  }

  private static String end(FieldPath path, Map<FieldModel, String> names) {
    return path.last().source() instanceof FieldModel field
        ? names.getOrDefault(field, field.name())
        : path.last().name();
  }

  private static String name(String object, String field) {
    return object + "." + field;
  }
}
