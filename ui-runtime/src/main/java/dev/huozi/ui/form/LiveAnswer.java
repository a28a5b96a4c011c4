package dev.huozi.ui.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.json.Json;
import dev.huozi.record.DraftView;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Pages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a form that is being filled in is told, as JSON: by the id of each field that takes part,
/// whether it is required or locked now, its text where that is another one, and what rules say.
record LiveAnswer(PageContext page, Pages pages, FormPages forms, ObjectModel object) {
  ObjectNode of(LiveForm live, SubmittedForm form, boolean create) {
    ObjectNode answer = Json.mapper().createObjectNode();
    ObjectNode fields = answer.putObject("fields");
    ArrayNode hidden = answer.putArray("hidden");
    notes(answer.putArray("notes"), live.general());
    answer.put("auto", Json.write(live.auto()));
    DraftView draft = live.draft();
    if (draft == null) {
      return answer;
    }
    draft.hidden().forEach(hidden::add);
    Set<String> names = new LinkedHashSet<>(draft.required().keySet());
    names.addAll(draft.readOnly().keySet());
    names.addAll(live.inputs().told());
    names.addAll(live.given());
    for (String name : names) {
      if (object.field(name) instanceof FieldModel field) {
        fields.set("f" + field.position(), field(live, form, field, create));
      }
    }
    return answer;
  }

  private ObjectNode field(LiveForm live, SubmittedForm form, FieldModel field, boolean create) {
    String name = field.name();
    DraftView draft = live.draft();
    ObjectNode state = Json.mapper().createObjectNode();
    if (draft != null && draft.required().get(name) instanceof Boolean required) {
      state.put("required", required);
    }
    if (draft != null && draft.readOnly().get(name) instanceof Boolean readOnly) {
      state.put("readOnly", readOnly);
    }
    if (live.tells(name)) {
      notes(state.putArray("notes"), live.notes(name));
    }
    if (live.given().contains(name)) {
      FormField shown = forms.field(page, object, field, live.values(), create);
      if (shown.control() instanceof Control.Fixed fixed) {
        state.put(
            "html", pages.markup(page, "control/fixed", Map.of("field", shown, "control", fixed)));
      } else if (!live.values().same(form.values(), name)) {
        state.put("value", live.values().text(name));
        state.put("name", live.values().name(name));
      }
    }
    return state;
  }

  private static void notes(ArrayNode into, List<FormNote> notes) {
    for (FormNote note : notes) {
      into.addObject().put("warning", note.warning()).put("text", note.text());
    }
  }
}
