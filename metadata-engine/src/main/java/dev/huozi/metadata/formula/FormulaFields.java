package dev.huozi.metadata.formula;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.function.Volatility;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// The formulas of the formula fields of a version of the model, checked once, and what follows
/// from those that they read. Of a model that is still being checked the wrong ones are left out.
public final class FormulaFields {
  private static final Map<MetadataSnapshot, FormulaFields> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<FieldModel, CheckedFormula> formulas;

  private FormulaFields(Map<FieldModel, CheckedFormula> formulas) {
    this.formulas = Map.copyOf(formulas);
  }

  public static FormulaFields of(MetadataSnapshot snapshot) {
    return KNOWN.computeIfAbsent(snapshot, FormulaFields::check);
  }

  private static FormulaFields check(MetadataSnapshot snapshot) {
    Map<FieldModel, CheckedFormula> formulas = new HashMap<>();
    for (ObjectModel object : snapshot.objects()) {
      ObjectScope scope = ObjectScope.of(object, snapshot);
      for (FieldModel field : object.fields()) {
        if (field.field().type() instanceof FieldType.Formula type) {
          CheckedFormula checked =
              Formulas.check(type.expr(), scope, FormulaFieldCheck.options(type)).formula();
          if (checked != null) {
            formulas.put(field, checked);
          }
        }
      }
    }
    return new FormulaFields(formulas);
  }

  public Map<FieldModel, CheckedFormula> all() {
    return formulas;
  }

  /// The formula field with all that it reads, directly or through others.
  public Set<FieldModel> reached(FieldModel field) {
    Set<FieldModel> all = new LinkedHashSet<>();
    List<FieldModel> open = new ArrayList<>(List.of(field));
    while (!open.isEmpty()) {
      FieldModel next = open.removeLast();
      CheckedFormula formula = formulas.get(next);
      if (formula != null && all.add(next)) {
        reads(formula).forEach(open::add);
      }
    }
    return all;
  }

  private static List<FieldModel> reads(CheckedFormula formula) {
    List<FieldModel> fields = new ArrayList<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      if (input instanceof CheckedFormula.Input.FieldValue value
          && value.path().last().source() instanceof FieldModel field) {
        fields.add(field);
      }
    }
    return fields;
  }

  /// Whether the value changes with the moment or with whoever asks, though no record does.
  public boolean isVolatile(FieldModel field) {
    return reached(field).stream()
        .map(formulas::get)
        .filter(Objects::nonNull)
        .anyMatch(FormulaFields::isVolatile);
  }

  /// Why the database cannot compute the field, null when it can.
  public @Nullable Diagnostic notSql(FieldModel field) {
    return reached(field).stream()
        .map(formulas::get)
        .filter(Objects::nonNull)
        .flatMap(formula -> SqlTranslator.check(formula).stream())
        .findFirst()
        .orElse(null);
  }

  /// Whether the value may be an error.
  public boolean mayFail(FieldModel field) {
    CheckedFormula formula = formulas.get(field);
    return formula != null
        && (notSql(field) != null
            || SqlTranslator.mayFail(
                formula, path -> path.last().source() instanceof FieldModel read && mayFail(read)));
  }

  private static boolean isVolatile(CheckedFormula formula) {
    return formula.inputs().stream()
            .anyMatch(input ->
                input instanceof CheckedFormula.Input.FieldValue value
                    && value.path().first().source() == ObjectScope.Root.USER)
        || readsClock(formula.expression());
  }

  private static boolean readsClock(TypedExpr expression) {
    return expression instanceof TypedExpr.Call call
            && call.function().volatility(call.signature()) == Volatility.CLOCK
        || expression.children().stream().anyMatch(FormulaFields::readsClock);
  }
}
