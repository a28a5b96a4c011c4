package dev.huozi.ui.designer;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.ui.form.FormField;
import dev.huozi.ui.form.FormPages;
import dev.huozi.ui.form.FormValues;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Words;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the form of a field, and from what was typed a draft.
@Singleton
public class FieldForms {
  private static final String OPTION_SET_PREVIEW = "preview";
  private final FormPages forms;

  public FieldForms(FormPages forms) {
    this.forms = forms;
  }

  /// @param before the field as it is, or null for a new one
  DesignerPages.FieldForm form(
      Designer designer,
      ObjectType object,
      FieldInput input,
      @Nullable Field before,
      List<String> problems) {
    PageContext page = designer.page();
    String base = Addresses.path("designer", object.name(), "fields");
    Layout layout = layout(designer, object);
    ListView view = view(designer, object);
    Words words = page.words();
    return new DesignerPages.FieldForm(
        designer.bar(),
        designer.head(object),
        before == null,
        input,
        words.get(input.kind().labelKey()),
        input.kind().icon(),
        before == null
            ? Addresses.query(base + "/new", Map.of("type", input.kind().id()))
            : Addresses.path("designer", object.name(), "fields", before.name()),
        Addresses.query(base + "/preview", Map.of("type", input.kind().id())),
        base,
        optionSets(designer, input),
        controllers(designer, object, input),
        objects(designer, input),
        results(designer, input),
        before != null || layout == null ? null : words.label(layout.label(), layout.name()),
        before != null || view == null ? null : words.label(view.label(), view.name()),
        problems,
        preview(designer, object, input));
  }

  /// The field as the form of a record will show it.
  FormField preview(Designer designer, ObjectType object, FieldInput input) {
    PageContext page = designer.page();
    String set = input.makesOptionSet() ? OPTION_SET_PREVIEW : input.optionset();
    OptionSet typed =
        input.makesOptionSet()
            ? new OptionSet(
                set, FieldInput.localized("", ""), OptionLines.read(input.newOptions()), null, null)
            : designer.draft().find(OptionSetKind.KIND, set, page.snapshot());
    PageContext drafted =
        typed == null
            ? page
            : new PageContext(
                page.request(), new PreviewSnapshot(page.snapshot(), typed), page.words());
    Field field = input.toField(name(designer, object, input), set, null);
    FieldModel model = new FieldModel(0, labelled(field, page.words()), List.of(), false);
    SqlIdentifier none = new SqlIdentifier("preview");
    ObjectModel around = new ObjectModel(0, object, none, none, List.of(model));
    FormValues values = new FormValues(Map.of(), Map.of());
    return forms.field(drafted, around, model, values, true);
  }

  /// A label to look at while none is typed.
  private static Field labelled(Field field, Words words) {
    return field.label().isEmpty()
        ? new Field(
            field.name(),
            FieldInput.localized(
                words.get("field_label_preview"), words.get("field_label_preview")),
            field.help(),
            field.type(),
            field.required(),
            field.unique(),
            field.readOnly(),
            field.active(),
            field.defaultValue(),
            field.defaultFormula(),
            field.filter(),
            field.was())
        : field;
  }

  /// The draft with the new field, its option set if it needs one, and its place in layout and view
  /// where wished.
  Draft add(
      Designer designer, ObjectType object, FieldInput input, boolean toLayout, boolean toView) {
    String name = name(designer, object, input);
    Draft draft = designer.draft();
    String set = input.optionset();
    if (input.makesOptionSet()) {
      OptionSet made = newOptionSet(designer, object, name, input);
      set = made.name();
      draft = draft.with(OptionSetKind.KIND, made, designer.page().snapshot());
    }
    draft =
        new FieldHome(draft, designer.page().snapshot(), object)
            .add(input.toField(name, set, null));
    Layout layout = layout(designer, object);
    if (toLayout && layout != null) {
      draft = draft.with(LayoutKind.KIND, withField(layout, name), designer.page().snapshot());
    }
    ListView view = view(designer, object);
    if (toView && view != null) {
      draft = draft.with(ListViewKind.KIND, withColumn(view, name), designer.page().snapshot());
    }
    return draft;
  }

  /// The draft with the field changed. A new option set may be made for it too.
  Draft change(Designer designer, ObjectType object, Field before, FieldInput input) {
    Draft draft = designer.draft();
    String set = input.optionset();
    if (input.makesOptionSet()) {
      OptionSet made = newOptionSet(designer, object, before.name(), input);
      set = made.name();
      draft = draft.with(OptionSetKind.KIND, made, designer.page().snapshot());
    }
    Field field = input.toField(before.name(), set, before);
    return new FieldHome(draft, designer.page().snapshot(), object).replace(before.name(), field);
  }

  private static String name(Designer designer, ObjectType object, FieldInput input) {
    if (!input.name().isEmpty()) {
      return input.name();
    }
    List<String> taken =
        designer.home(object).fields().stream().map(placed -> placed.field().name()).toList();
    return NameProposal.of(input.labelZh(), input.labelEn(), taken);
  }

  private static OptionSet newOptionSet(
      Designer designer, ObjectType object, String field, FieldInput input) {
    List<String> taken =
        designer.draft().all(OptionSetKind.KIND, designer.page().snapshot()).stream()
            .map(OptionSet::name)
            .toList();
    String name = NameProposal.of("", object.name() + "_" + field, taken);
    return new OptionSet(
        name,
        FieldInput.localized(input.labelZh(), input.labelEn()),
        OptionLines.read(input.newOptions()),
        null,
        null);
  }

  private static @Nullable Layout layout(Designer designer, ObjectType object) {
    return designer.draft().all(LayoutKind.KIND, designer.page().snapshot()).stream()
        .filter(
            layout -> ApiName.same(layout.object(), object.name()) && !layout.sections().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable ListView view(Designer designer, ObjectType object) {
    return designer.draft().all(ListViewKind.KIND, designer.page().snapshot()).stream()
        .filter(view -> ApiName.same(view.object(), object.name()))
        .findFirst()
        .orElse(null);
  }

  private static Layout withField(Layout layout, String field) {
    List<Layout.Section> sections = new ArrayList<>(layout.sections());
    Layout.Section last = sections.removeLast();
    List<String> fields = new ArrayList<>(last.fields());
    fields.add(field);
    sections.add(
        new Layout.Section(last.name(), last.label(), last.columns(), last.when(), fields));
    return new Layout(
        layout.name(),
        layout.label(),
        layout.object(),
        layout.highlights(),
        sections,
        layout.related());
  }

  private static ListView withColumn(ListView view, String field) {
    List<String> columns = new ArrayList<>(view.columns());
    columns.add(field);
    return new ListView(
        view.name(),
        view.label(),
        view.object(),
        columns,
        view.filter(),
        view.sort(),
        view.quickFilters());
  }

  private static List<DesignerPages.Choice> optionSets(Designer designer, FieldInput input) {
    Words words = designer.page().words();
    return designer.draft().all(OptionSetKind.KIND, designer.page().snapshot()).stream()
        .map(set ->
            new DesignerPages.Choice(
                set.name(),
                words.label(set.label(), set.name()),
                ApiName.same(set.name(), input.optionset())))
        .toList();
  }

  private static List<DesignerPages.Choice> controllers(
      Designer designer, ObjectType object, FieldInput input) {
    Words words = designer.page().words();
    return designer.home(object).fields().stream()
        .map(FieldHome.Placed::field)
        .filter(field ->
            field.type() instanceof FieldType.Picklist && !ApiName.same(field.name(), input.name()))
        .map(field ->
            new DesignerPages.Choice(
                field.name(),
                words.label(field.label(), field.name()),
                ApiName.same(field.name(), input.controlledBy())))
        .toList();
  }

  private static List<DesignerPages.Choice> results(Designer designer, FieldInput input) {
    Words words = designer.page().words();
    return FieldType.Formula.RESULTS.stream()
        .map(result ->
            new DesignerPages.Choice(
                result,
                words.get(FieldKind.byId(result).labelKey()),
                result.equals(input.result())))
        .toList();
  }

  private static List<DesignerPages.Choice> objects(Designer designer, FieldInput input) {
    Words words = designer.page().words();
    return designer.draft().all(ObjectKind.KIND, designer.page().snapshot()).stream()
        .map(object ->
            new DesignerPages.Choice(
                object.name(),
                words.label(object.label(), object.name()),
                ApiName.same(object.name(), input.target())
                    || input.targets().contains(object.name())))
        .toList();
  }
}
