package dev.huozi.ui.layout;

import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.metadata.extension.FieldNames;
import dev.huozi.metadata.extension.FieldPaths;
import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.formula.FormulaCheck;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import dev.huozi.ui.layout.Layout.RelatedList;
import dev.huozi.ui.layout.Layout.Section;
import dev.huozi.ui.listview.ListViewKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Kind `layout`.
@Singleton
public final class LayoutKind implements MetadataKind<Layout> {
  public static final String ID = "layout";
  public static final LayoutKind KIND = new LayoutKind();
  private static final int MAX_COLUMNS = 3;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "layouts";
  }

  @Override
  public Class<Layout> type() {
    return Layout.class;
  }

  @Override
  public List<Reference> references(Layout layout) {
    List<Reference> all = new ArrayList<>();
    all.add(Reference.of(ObjectKind.ID, layout.object(), "object").dropping(""));
    for (int i = 0; i < layout.related().size(); i++) {
      String path = "related." + i;
      all.add(
          Reference.of(ObjectKind.ID, layout.related().get(i).object(), path + ".object")
              .dropping(path));
    }
    return all;
  }

  @Override
  public List<FieldReference> fieldReferences(Layout layout, ModelView model) {
    ObjectType object = model.find(ObjectKind.KIND, layout.object());
    if (object == null) {
      return List.of();
    }
    FieldPaths own = new FieldPaths(model, object);
    own.list(layout.highlights(), "highlights");
    layout
        .sections()
        .forEach(section -> {
          own.list(section.fields(), "sections." + section.name() + ".fields");
          if (section.when() instanceof String when) {
            own.formula(when, "sections." + section.name() + ".when");
          }
        });
    List<FieldReference> all = new ArrayList<>(own.references());
    for (int i = 0; i < layout.related().size(); i++) {
      all.addAll(fieldReferences(layout.related().get(i), "related." + i, model));
    }
    return all;
  }

  private static List<FieldReference> fieldReferences(
      RelatedList related, String path, ModelView model) {
    ObjectType object = model.find(ObjectKind.KIND, related.object());
    if (object == null) {
      return List.of();
    }
    FieldPaths paths = new FieldPaths(model, object);
    paths.field(related.field(), path + ".field", path);
    paths.list(related.columns(), path + ".columns");
    paths.list(related.sort(), path + ".sort");
    if (related.filter() instanceof String filter) {
      paths.formula(filter, path + ".filter");
    }
    return paths.references();
  }

  @Override
  public void check(Layout layout, ModelView model, Issues issues) {
    ObjectType object = model.find(ObjectKind.KIND, layout.object());
    if (object == null) {
      return; // reported as a missing reference
    }
    FieldNames names = new FieldNames(model, object, issues);
    names.checkPaths(layout.highlights(), "highlights");
    Set<String> sections = new HashSet<>();
    Set<String> fields = new HashSet<>();
    for (Section section : layout.sections()) {
      String path = "sections." + section.name();
      if (!sections.add(ApiName.key(section.name()))) {
        issues.error(MetadataError.NAME_DUPLICATE, path, "name", section.name());
      }
      check(section, path, names, fields, issues);
      if (section.when() instanceof String when) {
        FormulaCheck.check(
            when, object.name(), FormulaOptions.rules(), model, path + ".when", issues);
      }
    }
    for (int i = 0; i < layout.related().size(); i++) {
      check(layout.related().get(i), "related." + i, object, model, issues);
    }
  }

  private static void check(
      Section section, String path, FieldNames names, Set<String> fields, Issues issues) {
    ApiName.check(section.name(), path + ".name", issues);
    TextCheck.label(section.label(), path + ".label", issues);
    if (section.columns() instanceof Integer columns && (columns < 1 || columns > MAX_COLUMNS)) {
      issues.error(MetadataError.SECTION_COLUMNS, path + ".columns", "columns", columns);
    }
    names.checkFields(section.fields(), path + ".fields");
    for (String field : section.fields()) {
      if (!fields.add(ApiName.key(field))) {
        issues.error(MetadataError.ITEM_DUPLICATE, path + ".fields", "name", field);
      }
    }
  }

  private static void check(
      RelatedList related, String path, ObjectType parent, ModelView model, Issues issues) {
    ObjectType object = model.find(ObjectKind.KIND, related.object());
    if (object == null) {
      return; // reported as a missing reference
    }
    Field field = ObjectFields.find(model, object, related.field());
    boolean pointsHere =
        field != null
            && ObjectFields.targets(field.type()).stream()
                .anyMatch(target -> ApiName.same(target, parent.name()));
    if (!pointsHere) {
      issues.error(
          MetadataError.RELATED_FIELD,
          path + ".field",
          "field",
          related.field(),
          "object",
          object.name(),
          "target",
          parent.name());
    }
    FieldNames names = new FieldNames(model, object, issues);
    if (related.columns().isEmpty()) {
      issues.error(MetadataError.VIEW_COLUMNS_EMPTY, path + ".columns");
    }
    names.checkPaths(related.columns(), path + ".columns");
    names.checkSort(related.sort(), path + ".sort");
    if (related.filter() instanceof String filter) {
      ListViewKind.checkFilter(filter, object.name(), model, path + ".filter", issues);
    }
  }
}
