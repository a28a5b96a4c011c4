package dev.huozi.formula.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.eval.CompiledFormula;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The values of one case: reads plain fields from the row and computes formula fields.
final class CaseRow {
  private final CaseFormulas formulas;
  private final JsonNode row;
  private final EvaluationContext context;

  /// @param formulas without cycles
  CaseRow(CaseFormulas formulas, JsonNode row, EvaluationContext context) {
    this.formulas = formulas;
    this.row = row;
    this.context = context;
  }

  @Nullable Object evaluate(CheckedFormula formula) {
    List<@Nullable Object> values = new ArrayList<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      values.add(
          switch (input) {
            case CheckedFormula.Input.FieldValue value -> field(value.path());
            case CheckedFormula.Input.PriorValue prior -> field(prior.path());
            case CheckedFormula.Input.Changed _, CheckedFormula.Input.Fact _ -> false;
          });
    }
    return CompiledFormula.of(formula).evaluate(values.toArray(), context);
  }

  private @Nullable Object field(FieldPath path) {
    if (!isFormula(path)) {
      return plain(path);
    }
    CheckedFormula formula = formula(path);
    return formula == null ? new FormulaError(ErrorKind.BAD_INPUT, 0, 0) : evaluate(formula);
  }

  private static boolean isFormula(FieldPath path) {
    return path.last().source() instanceof CaseField field && field.formula() != null;
  }

  /// The formula of a field that has a valid one.
  @Nullable CheckedFormula formula(FieldPath path) {
    return path.last().source() instanceof CaseField field ? formulas.of(field) : null;
  }

  /// The value that the row has for a field.
  @Nullable Object plain(FieldPath path) {
    if (!(path.last().source() instanceof CaseField field)) {
      return null;
    }
    JsonNode node = row;
    for (ScopedField step : path.steps()) {
      node = child(node, step.name());
    }
    return CaseValues.read(field.type(), node);
  }

  private static JsonNode child(JsonNode node, String name) {
    if (node.has(name)) {
      return node.path(name);
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    return node.properties().stream()
        .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(wanted))
        .map(java.util.Map.Entry::getValue)
        .findFirst()
        .orElse(node.path(name));
  }
}
