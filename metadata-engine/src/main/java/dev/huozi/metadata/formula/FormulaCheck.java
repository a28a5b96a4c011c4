package dev.huozi.metadata.formula;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ModelSketch;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the formulas of definitions against the whole candidate model, as what runs them will.
public final class FormulaCheck {
  private FormulaCheck() {}

  /// The checked formula; null when it is wrong, which the issues say, or when the model is not
  /// complete, which is reported in other ways.
  ///
  /// @param object the object whose fields the formula may use
  /// @param subject the property that holds the formula
  public static @Nullable CheckedFormula check(
      String source,
      String object,
      FormulaOptions options,
      ModelView model,
      String subject,
      Issues issues) {
    MetadataSnapshot sketch = ModelSketch.of(model);
    ObjectModel around = sketch == null ? null : sketch.object(object);
    if (sketch == null || around == null) {
      return null;
    }
    CheckResult result = Formulas.check(source, ObjectScope.of(around, sketch), options);
    result.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(error -> issues.add(issue(error, subject)));
    return result.formula();
  }

  /// The finding with its place in the text of the formula.
  public static Issue issue(Diagnostic error, String subject) {
    Map<String, Object> parameters = new LinkedHashMap<>(error.parameters());
    parameters.put("start", error.span().start());
    parameters.put("end", error.span().end());
    return new Issue(error.code(), error.severity(), subject, null, parameters);
  }
}
