package dev.huozi.record.formula;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.ReferenceTargets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the text of a formula against an object. For definitions that are still being checked the
/// snapshot is a `ModelSketch`.
public final class FormulaBinder {
  private final MetadataSnapshot snapshot;

  public FormulaBinder(MetadataSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// The formula, or null with issues that say what is wrong.
  ///
  /// @param subject what the issues are about: the property that holds the formula
  public @Nullable BoundFormula bind(
      String source, ObjectModel object, FormulaOptions options, String subject, Issues issues) {
    CheckResult result = check(source, object, options);
    for (Diagnostic found : result.diagnostics()) {
      issues.add(issue(found, subject));
    }
    CheckedFormula formula = result.formula();
    return formula == null ? null : BoundFormula.of(formula, snapshot);
  }

  /// The formula of a published definition.
  ///
  /// @throws IllegalStateException when it is not valid
  public BoundFormula require(String source, ObjectModel object, FormulaOptions options) {
    return BoundFormula.of(check(source, object, options).orThrow(), snapshot);
  }

  /// The filter of a reference, as a condition of the record that refers; null where the field has
  /// none.
  public @Nullable BoundFormula candidate(FieldModel field, ObjectModel referring) {
    String filter = field.field().filter();
    ObjectModel target = ReferenceTargets.single(field, snapshot);
    if (filter == null || target == null) {
      return null;
    }
    CheckedFormula formula =
        Formulas.check(
                filter,
                ObjectScope.candidates(target, referring, snapshot),
                FormulaOptions.filter())
            .orThrow();
    return BoundFormula.ofCandidate(formula, new FieldRef.Hop(field, target), referring, snapshot);
  }

  private CheckResult check(String source, ObjectModel object, FormulaOptions options) {
    return Formulas.check(source, ObjectScope.of(object, snapshot), options);
  }

  /// The finding with its place in the text of the formula.
  public static Issue issue(Diagnostic found, String subject) {
    Map<String, Object> parameters = new LinkedHashMap<>(found.parameters());
    parameters.put("start", found.span().start());
    parameters.put("end", found.span().end());
    return new Issue(found.code(), found.severity(), subject, null, parameters);
  }
}
