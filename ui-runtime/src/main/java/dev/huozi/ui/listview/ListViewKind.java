package dev.huozi.ui.listview;

import dev.huozi.metadata.extension.FieldNames;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Singleton;
import java.util.List;

/// Kind `view`.
@Singleton
public final class ListViewKind implements MetadataKind<ListView> {
  public static final String ID = "view";
  public static final ListViewKind KIND = new ListViewKind();

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
    return List.of(Reference.of(ObjectKind.ID, view.object(), "object"));
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
  }
}
