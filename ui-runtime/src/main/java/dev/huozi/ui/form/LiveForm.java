package dev.huozi.ui.form;

import dev.huozi.record.DraftView;
import dev.huozi.record.write.RuleInputs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rules and conditions make of a form as it is filled in so far.
///
/// @param inputs the fields that take part
/// @param draft what was answered; null where the object has nothing to ask
/// @param values the texts of the inputs, with what rules gave
/// @param auto the texts that rules gave, by field: while they stand there untouched they are not
///   the writer's own and are asked for again; one that the writer replaced stays in mind
record LiveForm(
    RuleInputs inputs,
    @Nullable DraftView draft,
    FormValues values,
    Map<String, String> auto,
    List<FormNote> general,
    Map<String, List<FormNote>> notes) {
  private static final RuleInputs NO_INPUTS = new RuleInputs(Set.of(), Set.of(), Set.of());

  LiveForm {
    auto = Collections.unmodifiableMap(new LinkedHashMap<>(auto));
    general = List.copyOf(general);
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /// A form that does not react.
  static LiveForm still(FormValues values) {
    return new LiveForm(NO_INPUTS, null, values, Map.of(), List.of(), Map.of());
  }

  boolean isStill() {
    return draft == null;
  }

  /// The fields whose text comes from a rule, a default or a lock.
  Set<String> given() {
    Set<String> given = new LinkedHashSet<>(auto.keySet());
    if (draft != null) {
      given.addAll(draft.given());
    }
    return given;
  }

  boolean asks(String field) {
    return inputs.read().contains(field);
  }

  /// Whether something may come to stand beside the field.
  boolean tells(String field) {
    return inputs.told().contains(field);
  }

  boolean required(String field) {
    return draft != null && draft.required().getOrDefault(field, false);
  }

  boolean locked(String field) {
    return draft != null && draft.readOnly().getOrDefault(field, false);
  }

  boolean hides(String section) {
    return draft != null && draft.hidden().contains(section);
  }

  List<FormNote> notes(String field) {
    return notes.getOrDefault(field, List.of());
  }
}
