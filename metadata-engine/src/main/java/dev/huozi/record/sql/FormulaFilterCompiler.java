package dev.huozi.record.sql;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.query.ComputedChecks;
import dev.huozi.record.query.Filter;
import dev.huozi.record.query.FilterCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Filters are formulas: checked by the formula language against the fields of the object, within
/// the limits of a query.
public final class FormulaFilterCompiler implements FilterCompiler {
  private static final String SUBJECT = "filter";

  @Override
  public @Nullable Filter compile(
      String source, ObjectModel object, MetadataSnapshot snapshot, Issues issues) {
    CheckResult result =
        Formulas.check(source, ObjectScope.of(object, snapshot), FormulaOptions.filter());
    List<Diagnostic> errors =
        new ArrayList<>(result.diagnostics().stream().filter(Diagnostic::isError).toList());
    CheckedFormula formula = result.formula();
    if (formula != null) {
      errors.addAll(SqlTranslator.check(formula));
    }
    errors.forEach(error -> issues.add(issue(error)));
    if (formula == null || !errors.isEmpty()) {
      return null;
    }
    FormulaFilter filter = new FormulaFilter(formula, snapshot);
    if (filter.fields().stream()
            .filter(ref -> !ComputedChecks.hasSql(ref, snapshot, SUBJECT, issues))
            .count()
        > 0) {
      return null;
    }
    return FilterSize.check(formula.expression(), issues) ? filter : null;
  }

  /// The filter of a published reference, asked on behalf of a record.
  public static Filter candidates(String source, ObjectModel target, ReferringRecord referring) {
    CheckedFormula formula =
        Formulas.check(
                source,
                ObjectScope.candidates(target, referring.object(), referring.snapshot()),
                FormulaOptions.filter())
            .orThrow();
    return new FormulaFilter(formula, referring.snapshot(), referring);
  }

  /// The finding with its place in the text of the filter.
  private static Issue issue(Diagnostic error) {
    Map<String, Object> parameters = new LinkedHashMap<>(error.parameters());
    parameters.put("start", error.span().start());
    parameters.put("end", error.span().end());
    return new Issue(error.code(), error.severity(), SUBJECT, null, parameters);
  }
}
