package dev.huozi.metadata.formula;

import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.ScopedField;
import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ModelSketch;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks a formula that gives a field its value: a default, or what a rule sets.
public final class ValueCheck {
  private ValueCheck() {}

  /// How such a formula is read: blanks stay blank; what it must yield is said apart.
  public static FormulaOptions options() {
    return new FormulaOptions(BlankMode.BLANK, null, true);
  }

  /// The checked formula, or null when it is wrong or gives what the field cannot hold.
  public static @Nullable CheckedFormula check(
      String source, String object, String field, ModelView model, String subject, Issues issues) {
    MetadataSnapshot sketch = ModelSketch.of(model);
    ObjectModel around = sketch == null ? null : sketch.object(object);
    ScopedField target =
        sketch == null || around == null ? null : ObjectScope.of(around, sketch).find(field);
    if (target == null) {
      return null; // reported as a missing field
    }
    boolean picklist = target.type() instanceof FormulaType.Picklist;
    FormulaOptions options = options();
    CheckedFormula formula =
        FormulaCheck.check(
            source,
            object,
            picklist
                ? options
                : new FormulaOptions(options.blankMode(), target.type(), options.rule()),
            model,
            subject,
            issues);
    return formula != null && target.type() instanceof FormulaType.Picklist codes
        ? fits(formula, codes, subject, issues)
        : formula;
  }

  /// A picklist takes the code of its set as text, or another picklist of the same set.
  private static @Nullable CheckedFormula fits(
      CheckedFormula formula, FormulaType.Picklist codes, String subject, Issues issues) {
    boolean same =
        switch (formula.type()) {
          case FormulaType.Picklist given -> ApiName.same(given.optionset(), codes.optionset());
          case FormulaType other -> other.family() == Family.TEXT || other.family() == Family.NULL;
        };
    if (!same) {
      issues.error(MetadataError.FORMULA_NO_CODE, subject, "optionset", codes.optionset());
      return null;
    }
    List<String> unknown =
        results(formula.expression())
            .filter(text -> !codes.codes().isEmpty() && !codes.codes().contains(text))
            .toList();
    unknown.forEach(code ->
        issues.error(
            MetadataError.OPTION_UNKNOWN, subject, "code", code, "optionset", codes.optionset()));
    return unknown.isEmpty() ? formula : null;
  }

  /// The texts that a formula may yield as they stand in it.
  private static Stream<String> results(TypedExpr expression) {
    return switch (expression) {
      case TypedExpr.Literal literal ->
          literal.value() instanceof String text ? Stream.of(text) : Stream.empty();
      case TypedExpr.If choice ->
          Stream.concat(
              choice.branches().stream().flatMap(branch -> results(branch.value())),
              results(choice.otherwise()));
      case TypedExpr.Case choice ->
          Stream.concat(
              choice.branches().stream().flatMap(branch -> results(branch.value())),
              results(choice.otherwise()));
      default -> Stream.empty();
    };
  }
}
