package dev.huozi.ui.listview;

import dev.huozi.metadata.extension.FieldNames;
import dev.huozi.metadata.extension.FieldPaths;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ModelSketch;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.record.query.FilterCompiler;
import dev.huozi.record.sql.FormulaFilterCompiler;
import jakarta.inject.Singleton;
import java.util.List;

/// Kind `view`.
@Singleton
public final class ListViewKind implements MetadataKind<ListView> {
  public static final String ID = "view";
  public static final ListViewKind KIND = new ListViewKind();
  private static final FilterCompiler FILTERS = new FormulaFilterCompiler();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "views";
  }

  @Override
  public Class<ListView> type() {
    return ListView.class;
  }

  @Override
  public List<Reference> references(ListView view) {
    return List.of(Reference.of(ObjectKind.ID, view.object(), "object").dropping(""));
  }

  @Override
  public List<FieldReference> fieldReferences(ListView view, ModelView model) {
    ObjectType object = model.find(ObjectKind.KIND, view.object());
    if (object == null) {
      return List.of();
    }
    FieldPaths paths = new FieldPaths(model, object);
    paths.list(view.columns(), "columns");
    paths.list(view.sort(), "sort");
    paths.list(view.quickFilters(), "quickFilters");
    if (view.filter() instanceof String filter) {
      paths.formula(filter, "filter");
    }
    return paths.references();
  }

  @Override
  public void check(ListView view, ModelView model, Issues issues) {
    ObjectType object = model.find(ObjectKind.KIND, view.object());
    if (object == null) {
      return; // reported as a missing reference
    }
    if (view.columns().isEmpty()) {
      issues.error(MetadataError.VIEW_COLUMNS_EMPTY, "columns");
    }
    FieldNames names = new FieldNames(model, object, issues);
    names.checkPaths(view.columns(), "columns");
    names.checkSort(view.sort(), "sort");
    names.checkFields(view.quickFilters(), "quickFilters");
    if (view.filter() instanceof String filter) {
      checkFilter(filter, view.object(), model, "filter", issues);
    }
  }

  /// A filter of a list is checked by what will run it.
  ///
  /// @param subject the property that holds it
  public static void checkFilter(
      String filter, String name, ModelView model, String subject, Issues issues) {
    MetadataSnapshot sketch = ModelSketch.of(model);
    ObjectModel object = sketch == null ? null : sketch.object(name);
    if (sketch == null || object == null) {
      return;
    }
    Issues found = new Issues();
    FILTERS.compile(filter, object, sketch, found);
    found
        .list()
        .forEach(issue ->
            issues.add(
                new Issue(issue.code(), issue.severity(), subject, null, issue.parameters())));
  }
}
