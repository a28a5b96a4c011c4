package dev.huozi.ui.form;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.ValueView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Brings together what two people did to one record: what only one of them changed is kept, what
/// both changed is asked.
record Merges(PageContext page, ObjectModel object, FieldText format) {
  /// The form's values with what the other one changed and this one did not touch.
  FormValues merged(SubmittedForm mine, RecordView theirs) {
    FormValues now = FormValues.of(object, theirs, format);
    FormValues merged = now;
    for (Map.Entry<String, String> typed : mine.values().texts().entrySet()) {
      String field = typed.getKey();
      if (!mine.values().same(mine.base(), field)) {
        merged = merged.with(field, typed.getValue(), mine.values().name(field));
      }
    }
    return merged;
  }

  FormPage.Merge merge(SubmittedForm mine, RecordView theirs) {
    FormValues now = FormValues.of(object, theirs, format);
    List<FormPage.Conflict> conflicts = new ArrayList<>();
    List<FormPage.Conflict> others = new ArrayList<>();
    for (FieldModel field : object.fields()) {
      String name = field.name();
      if (field.system() || now.same(mine.base(), name)) {
        continue;
      }
      boolean touched =
          mine.values().texts().containsKey(name) && !mine.values().same(mine.base(), name);
      if (!touched) {
        others.add(conflict(field, mine, theirs));
      } else if (!mine.values().same(now, name)) {
        conflicts.add(conflict(field, mine, theirs));
      }
    }
    return new FormPage.Merge(who(theirs), at(theirs), conflicts, others);
  }

  private FormPage.Conflict conflict(FieldModel field, SubmittedForm mine, RecordView theirs) {
    return new FormPage.Conflict(
        SubmittedForm.MERGE + field.name(),
        page.words().label(field.field().label(), field.name()),
        words(field, mine.base()),
        page.values().of(field.field(), theirs.get(field.name())).text(),
        words(field, mine.values()));
  }

  /// What an input says in words: the label of an option, the name of a record, else the text.
  private String words(FieldModel field, FormValues values) {
    String text = values.text(field.name());
    if (text.isEmpty()) {
      return new ValueView.Blank().text();
    }
    String name = values.name(field.name());
    return name.isEmpty() ? option(field, text) : name;
  }

  private String option(FieldModel field, String text) {
    return switch (field.field().type()) {
      case FieldType.Picklist type -> page.values().option(type.optionset(), text).text();
      case FieldType.Bool _ -> page.words().get(text.equals("true") ? "yes" : "no");
      default -> text;
    };
  }

  private String who(RecordView theirs) {
    return theirs.get("updated_by") instanceof Reference reference && reference.name() != null
        ? reference.name()
        : page.words().get("somebody");
  }

  private String at(RecordView theirs) {
    return theirs.get("updated_at") instanceof Instant at ? page.formats().dateTime(at) : "";
  }

  /// True where a problem says that somebody else was faster.
  static boolean isStale(ProblemException problem) {
    return problem.code() == RecordError.RECORD_STALE;
  }
}
