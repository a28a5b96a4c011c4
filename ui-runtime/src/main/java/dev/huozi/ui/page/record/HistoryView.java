package dev.huozi.ui.page.record;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.RecordService;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.ValueView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words the history of a record: field, old value, new value.
record HistoryView(PageContext page, ObjectModel object) {
  private static final int LONGEST = 60;

  List<RecordSheet.Event> events(List<RecordService.Change> changes) {
    return changes.stream().map(this::event).toList();
  }

  private RecordSheet.Event event(RecordService.Change change) {
    List<RecordSheet.Changed> changed = new ArrayList<>();
    for (Map.Entry<String, RecordService.OldNew> entry : change.fields().entrySet()) {
      FieldModel field = object.field(entry.getKey());
      if (field != null && !field.system()) {
        changed.add(
            new RecordSheet.Changed(
                page.words().label(field.field().label(), field.name()),
                text(field, entry.getValue().before()),
                text(field, entry.getValue().after())));
      }
    }
    return new RecordSheet.Event(
        change.operation(),
        who(change),
        page.formats().dateTime(change.at()),
        change.at().toString(),
        changed);
  }

  private String who(RecordService.Change change) {
    String name = change.byName();
    if (name != null) {
      return name;
    }
    return page.words().get(change.by() == null ? "the_system" : "somebody");
  }

  private String text(FieldModel field, @Nullable Object value) {
    ValueView view = page.values().of(field.field(), value);
    if (view instanceof ValueView.Blank) {
      return page.words().get("blank");
    }
    String text =
        field.field().type() instanceof FieldType.LongText ? view.text().strip() : view.text();
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }
}
