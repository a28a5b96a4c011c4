package dev.huozi.ui.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.json.Json;
import dev.huozi.ui.page.Words;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a browser sent: the texts of the inputs and what the form carried along.
///
/// @param base the texts the form was made from
/// @param auto the texts that rules gave: what still stands so is not the writer's own
/// @param version the version it was made from, 0 for a new record
record SubmittedForm(
    FormValues values,
    FormValues base,
    Map<String, String> auto,
    int version,
    String key,
    String next,
    boolean another) {
  static final String VALUE = "v.";
  static final String NAME = "n.";
  static final String MERGE = "m.";
  private static final String THEIRS = "theirs";

  /// A form that nobody has touched yet.
  static SubmittedForm untouched(FormValues values, FormValues base) {
    return new SubmittedForm(values, base, Map.of(), 0, "", "", false);
  }

  static SubmittedForm read(ObjectModel object, MultivaluedMap<String, String> form) {
    FormValues base = FormValues.fromJson(first(form, "base"));
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (FieldModel field : object.fields()) {
      List<String> sent = form.get(VALUE + field.name());
      if (field.system() || sent == null || sent.isEmpty()) {
        continue;
      }
      if (THEIRS.equals(form.getFirst(MERGE + field.name()))) {
        texts.put(field.name(), base.text(field.name()));
        names.put(field.name(), base.name(field.name()));
      } else {
        // A check box is sent after a hidden "false": the last one counts.
        texts.put(field.name(), sent.getLast());
        names.put(field.name(), first(form, NAME + field.name()));
      }
    }
    return new SubmittedForm(
        new FormValues(texts, names),
        base,
        FormValues.textsFromJson(first(form, "auto")),
        number(first(form, "version")),
        first(form, "key"),
        first(form, "next"),
        form.containsKey("another"));
  }

  /// The values to write: all that are not blank for a new record, for an old one those that were
  /// changed. Texts that are no values are added to `errors`.
  ObjectNode changes(
      ObjectModel object, boolean create, FieldText format, Words words, FieldErrors errors) {
    ObjectNode changes = Json.mapper().createObjectNode();
    for (FieldModel field : object.fields()) {
      String text = values.texts().get(field.name());
      if (text == null || !isOwn(field, text, create)) {
        continue;
      }
      try {
        changes.set(field.name(), format.read(field.field().type(), text));
      } catch (FieldText.Unreadable unreadable) {
        Map<String, Object> parameters = Map.of("value", text);
        errors.add(
            object,
            field.name(),
            words.messages().text(unreadable.code(), parameters, words.locale()));
      }
    }
    return changes;
  }

  /// The same for a form that is still being filled in: a text that is no value goes along as it
  /// is, so that nothing is concluded from it.
  ObjectNode draft(ObjectModel object, boolean create, FieldText format) {
    ObjectNode draft = Json.mapper().createObjectNode();
    for (FieldModel field : object.fields()) {
      String text = values.texts().get(field.name());
      if (text != null && isOwn(field, text, create)) {
        try {
          draft.set(field.name(), format.read(field.field().type(), text));
        } catch (FieldText.Unreadable _) {
          draft.put(field.name(), text);
        }
      }
    }
    return draft;
  }

  /// Whether a text is what the writer wants to have stored: not what a rule put there, not what
  /// was there before. In a new record a blank is a wish only where a default would come instead.
  private boolean isOwn(FieldModel field, String text, boolean create) {
    String name = field.name();
    if (field.system() || field.field().readOnly().isAlways()) {
      return false;
    }
    if (isAuto(name)) {
      return false;
    }
    return create
        ? !text.isBlank() || field.field().defaultFormula() != null && auto.containsKey(name)
        : !values.same(base, name);
  }

  /// Whether what a rule put into the field still stands there.
  boolean isAuto(String field) {
    String text = auto.get(field);
    return text != null && text.equals(values.text(field).replace("\r\n", "\n"));
  }

  private static String first(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "");
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
