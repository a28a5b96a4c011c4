package dev.huozi.metadata.formula;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckResult;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.metadata.extension.FieldPaths;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ModelSketch;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filter of a reference: which records may be chosen. It narrows a list, so it must be SQL.
final class CandidateCheck {
  private CandidateCheck() {}

  static void check(
      ObjectType object,
      Field field,
      String filter,
      String subject,
      ModelView model,
      Issues issues) {
    String target = target(field);
    if (target == null) {
      issues.error(MetadataError.FILTER_NOT_ALLOWED, subject, "type", field.type().id());
      return;
    }
    MetadataSnapshot sketch = ModelSketch.of(model);
    ObjectModel referring = sketch == null ? null : sketch.object(object.name());
    ObjectModel behind = sketch == null ? null : sketch.object(target);
    if (sketch == null || referring == null || behind == null) {
      return; // reported in other ways
    }
    CheckResult result =
        Formulas.check(
            filter, ObjectScope.candidates(behind, referring, sketch), FormulaOptions.filter());
    List<Diagnostic> errors =
        new ArrayList<>(result.diagnostics().stream().filter(Diagnostic::isError).toList());
    if (result.formula() != null) {
      errors.addAll(SqlTranslator.check(result.formula()));
    }
    errors.forEach(error -> issues.add(FormulaCheck.issue(error, subject)));
  }

  static List<FieldReference> references(
      ObjectType object, Field field, String path, ModelView model) {
    String target = target(field);
    ObjectType behind = target == null ? null : model.find(ObjectKind.KIND, target);
    if (behind == null || field.filter() == null) {
      return List.of();
    }
    FieldPaths paths = new FieldPaths(model, behind, object);
    paths.formula(field.filter(), path);
    return paths.references();
  }

  /// The one object that the field points at.
  private static @Nullable String target(Field field) {
    return field.type() instanceof FieldType.Reference reference ? reference.target() : null;
  }
}
