package dev.huozi.ui.form;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.record.DraftRequest;
import dev.huozi.record.DraftView;
import dev.huozi.record.RecordService;
import dev.huozi.record.Reference;
import dev.huozi.record.write.RuleInputs;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.UiDefinitions;
import dev.huozi.ui.page.record.RecordLayout;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks rules and conditions about a form, when it is opened and while it is filled in.
@Singleton
public class LiveForms {
  private final RecordService records;
  private final UiDefinitions definitions;

  public LiveForms(RecordService records, UiDefinitions definitions) {
    this.records = records;
    this.definitions = definitions;
  }

  /// @param id of the stored record, null for a new one
  /// @param tried true once the form could not be saved: then all that holds is told
  LiveForm of(
      PageContext page, ObjectModel object, @Nullable UUID id, SubmittedForm form, boolean tried) {
    List<DraftRequest.Part> parts = parts(page, object);
    RuleInputs inputs = inputs(page, object, parts);
    if (inputs.isEmpty()) {
      return LiveForm.still(form.values());
    }
    FieldText format = new FieldText(page.request().userZone());
    DraftView draft =
        records.draft(
            page.request(),
            new DraftRequest(
                object.name(), id, form.draft(object, id == null, format), parts, tried));
    return live(page, object, inputs, draft, form, format);
  }

  /// A form that was asked about already and only has to know which of its fields ask again.
  LiveForm asking(PageContext page, ObjectModel object, FormValues values) {
    return new LiveForm(
        inputs(page, object, parts(page, object)), null, values, Map.of(), List.of(), Map.of());
  }

  private static RuleInputs inputs(
      PageContext page, ObjectModel object, List<DraftRequest.Part> parts) {
    return RuleInputs.of(
        page.snapshot(), object, parts.stream().map(DraftRequest.Part::when).toList());
  }

  private List<DraftRequest.Part> parts(PageContext page, ObjectModel object) {
    List<DraftRequest.Part> parts = new ArrayList<>();
    for (RecordLayout.Section section : RecordLayout.of(page, object, definitions).sections()) {
      if (section.when() instanceof String when) {
        parts.add(
            new DraftRequest.Part(
                section.name(), when, section.fields().stream().map(FieldModel::name).toList()));
      }
    }
    return parts;
  }

  private static LiveForm live(
      PageContext page,
      ObjectModel object,
      RuleInputs inputs,
      DraftView draft,
      SubmittedForm form,
      FieldText format) {
    Set<String> given = new LinkedHashSet<>(draft.given());
    Set<String> derived = new LinkedHashSet<>(draft.derived());
    draft
        .readOnly()
        .forEach((field, now) -> {
          if (now) {
            given.add(field);
            derived.add(field);
          }
        });
    FormValues values = form.values();
    Map<String, String> auto = new LinkedHashMap<>(form.auto());
    for (FieldModel field : object.fields()) {
      if (!field.system() && (given.contains(field.name()) || form.isAuto(field.name()))) {
        Object value = draft.record().get(field.name());
        String text = format.write(field.field().type(), value);
        values = values.with(field.name(), text, name(page, field.field(), value));
        if (derived.contains(field.name()) || form.isAuto(field.name())) {
          auto.put(field.name(), text);
        }
      }
    }
    List<FormNote> general = new ArrayList<>();
    Map<String, List<FormNote>> notes = new LinkedHashMap<>();
    note(page, draft.blocks(), false, general, notes);
    note(page, draft.warnings(), true, general, notes);
    return new LiveForm(inputs, draft, values, auto, general, notes);
  }

  private static void note(
      PageContext page,
      List<Issue> issues,
      boolean warning,
      List<FormNote> general,
      Map<String, List<FormNote>> notes) {
    for (Issue issue : issues) {
      FormNote note = new FormNote(warning, page.words().describe(issue));
      String field = issue.subject();
      if (field == null) {
        general.add(note);
      } else {
        notes.computeIfAbsent(field, _ -> new ArrayList<>()).add(note);
      }
    }
  }

  /// What a chosen record or option is called.
  private static String name(PageContext page, Field field, @Nullable Object value) {
    if (value instanceof Reference reference) {
      return Objects.toString(reference.name(), "");
    }
    if (value != null
        && field.type() instanceof FieldType.Picklist type
        && page.snapshot().optionSet(type.optionset()) instanceof OptionSet set) {
      return set.values().stream()
          .filter(option -> option.code().equals(value))
          .map(option -> page.words().label(option.label(), option.code()))
          .findFirst()
          .orElse("");
    }
    return "";
  }
}
