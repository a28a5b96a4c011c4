package dev.huozi.ui.form;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.RecordView;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.UiDefinitions;
import dev.huozi.ui.page.record.RecordLayout;
import dev.huozi.ui.page.record.RecordSheets;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes forms: the sections of the layout, each field with the input of its type.
@Singleton
public class FormPages {
  private final UiDefinitions definitions;
  private final Icons icons;

  public FormPages(UiDefinitions definitions, Icons icons) {
    this.definitions = definitions;
    this.icons = icons;
  }

  /// The form of a new record.
  ///
  /// @param listHref where cancelling leads when nothing else is said by `next`
  FormPage create(
      PageContext page,
      ObjectModel object,
      LiveForm live,
      String listHref,
      String next,
      FieldErrors errors) {
    String title = page.words().get("form_new", page.label(object));
    String cancel = next.isEmpty() ? listHref : next;
    List<FormPage.Section> sections = sections(page, object, live, true, errors);
    return new FormPage(
        ObjectHead.of(page, object, icons),
        true,
        title,
        Addresses.create(object.name()),
        cancel,
        next,
        0,
        RecordIds.next().toString(),
        "",
        sections,
        problems(object, sections, errors),
        live(live, Addresses.path("o", object.name(), "live"), errors),
        null);
  }

  /// The form of a stored record, with what was typed so far.
  FormPage edit(
      PageContext page,
      ObjectModel object,
      RecordView record,
      LiveForm live,
      FieldErrors errors,
      FormPage.@Nullable Merge merge) {
    String title = page.words().get("form_edit", RecordSheets.title(page, object, record));
    FormValues base = FormValues.of(object, record, new FieldText(page.request().userZone()));
    String here = Addresses.record(object.name(), record.id());
    List<FormPage.Section> sections = sections(page, object, live, false, errors);
    return new FormPage(
        ObjectHead.of(page, object, icons),
        false,
        title,
        here + "/edit",
        here,
        here,
        record.version(),
        RecordIds.next().toString(),
        base.toJson(),
        sections,
        problems(object, sections, errors),
        live(live, here + "/live", errors),
        merge);
  }

  private static FormPage.@Nullable Live live(LiveForm live, String href, FieldErrors errors) {
    return live.isStill()
        ? null
        : new FormPage.Live(
            href,
            Json.write(live.auto()),
            !errors.isEmpty(),
            live.general().stream()
                .filter(note -> !errors.general().contains(note.text()))
                .toList());
  }

  /// The picklists that a changed one controls, directly or through others, as they are now. A
  /// value that is no longer allowed is gone.
  List<FormField> dependents(PageContext page, ObjectModel object, LiveForm live, String changed) {
    FormValues values = live.values();
    Set<String> stale = new LinkedHashSet<>(Set.of(changed.toLowerCase(Locale.ROOT)));
    List<FormField> fields = new ArrayList<>();
    // Controllers may come later in the order of fields: go on until nothing new depends on what
    // changed.
    boolean found = true;
    while (found) {
      found = false;
      for (FieldModel field : object.fields()) {
        if (field.field().type() instanceof FieldType.Picklist type
            && type.controlledBy() != null
            && stale.contains(type.controlledBy().toLowerCase(Locale.ROOT))
            && stale.add(field.name().toLowerCase(Locale.ROOT))) {
          FormField patched = field(page, object, field, values, true, new FieldErrors(), live);
          fields.add(patched);
          values = values.with(field.name(), chosen(patched.control()), "");
          found = true;
        }
      }
    }
    return fields;
  }

  /// The input of one field, also for the preview of the designer.
  public FormField field(
      PageContext page, ObjectModel object, FieldModel field, FormValues values, boolean create) {
    return field(page, object, field, values, create, new FieldErrors(), LiveForm.still(values));
  }

  private FormField field(
      PageContext page,
      ObjectModel object,
      FieldModel model,
      FormValues values,
      boolean create,
      FieldErrors errors,
      LiveForm live) {
    Control control = new Controls(page, object, values, create, icons).of(model);
    boolean typed = !(control instanceof Control.Fixed) && !(control instanceof Control.Later);
    return new FormField(
        SubmittedForm.VALUE + model.name(),
        "f" + model.position(),
        page.words().label(model.field().label(), model.name()),
        page.words().label(model.field().help(), ""),
        (model.field().required().isAlways() || live.required(model.name()))
            && typed
            && !control.labelled(),
        model.field().type() instanceof FieldType.LongText,
        errors.of(model.name()).stream()
            .filter(text -> live.notes(model.name()).stream().noneMatch(note -> note.says(text)))
            .toList(),
        control,
        new FormField.Rules(
            live.asks(model.name()),
            live.tells(model.name()),
            live.locked(model.name()),
            live.notes(model.name())));
  }

  private List<FormPage.Section> sections(
      PageContext page, ObjectModel object, LiveForm live, boolean create, FieldErrors errors) {
    List<FormPage.Section> sections = new ArrayList<>();
    for (RecordLayout.Section section : RecordLayout.of(page, object, definitions).sections()) {
      List<FormField> fields =
          section.fields().stream()
              .map(field -> field(page, object, field, live.values(), create, errors, live))
              .toList();
      // What is wrong is shown, even where the condition has come to hide it.
      boolean hidden = live.hides(section.name()) && fields.stream().noneMatch(FormField::wrong);
      sections.add(
          new FormPage.Section(section.name(), section.label(), section.columns(), hidden, fields));
    }
    return sections;
  }

  private static List<FormPage.Problem> problems(
      ObjectModel object, List<FormPage.Section> sections, FieldErrors errors) {
    List<FormPage.Problem> problems = new ArrayList<>();
    errors.general().forEach(text -> problems.add(new FormPage.Problem(text, null)));
    for (FormPage.Section section : sections) {
      for (FormField field : section.fields()) {
        errors
            .of(field.input().substring(SubmittedForm.VALUE.length()))
            .forEach(
                text -> problems.add(new FormPage.Problem(field.label() + "：" + text, field.id())));
      }
    }
    for (String name : errors.fields()) {
      FieldModel model = object.field(name);
      boolean shown =
          sections.stream()
              .flatMap(section -> section.fields().stream())
              .anyMatch(field -> model != null && field.id().equals("f" + model.position()));
      if (!shown) {
        errors.of(name).forEach(text -> problems.add(new FormPage.Problem(text, null)));
      }
    }
    return problems;
  }

  private static String chosen(Control control) {
    return control instanceof Control.Choice choice
        ? choice.options().stream()
            .filter(Control.Option::selected)
            .map(Control.Option::value)
            .findFirst()
            .orElse("")
        : "";
  }
}
