package dev.huozi.ui.page.record;

import dev.huozi.metadata.action.Action;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.action.RecordActions;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.UiDefinitions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes the pages of records.
@Singleton
public class RecordSheets {
  private static final int HISTORY_SHOWN = 30;

  private final RecordService records;
  private final UiDefinitions definitions;
  private final RelatedLists relatedLists;
  private final Icons icons;

  public RecordSheets(
      RecordService records, UiDefinitions definitions, RelatedLists relatedLists, Icons icons) {
    this.records = records;
    this.definitions = definitions;
    this.relatedLists = relatedLists;
    this.icons = icons;
  }

  public RecordSheet sheet(PageContext page, ObjectModel object, UUID id, String listHref) {
    return sheet(page, object, id, listHref, null);
  }

  /// @param problem why an action did not work; null on an ordinary visit
  RecordSheet sheet(
      PageContext page, ObjectModel object, UUID id, String listHref, @Nullable String problem) {
    RecordView record = records.get(page.request(), object.name(), id, List.of());
    RecordLayout layout = RecordLayout.of(page, object, definitions);
    HistoryView history = new HistoryView(page, object);
    String here = Addresses.record(object.name(), id);
    return new RecordSheet(
        ObjectHead.of(page, object, icons),
        listHref,
        title(page, object, record),
        code(object, record),
        items(page, layout.highlights(), record),
        sections(page, layout, record),
        related(page, layout.related(), record),
        history.events(records.history(page.request(), object.name(), id, HISTORY_SHOWN)),
        here + "/edit",
        here + "/delete",
        record.version(),
        RecordActions.of(page.snapshot(), object.name()).stream()
            .map(action -> button(page, action, here))
            .toList(),
        problem,
        footer(page, record));
  }

  private static RecordSheet.Button button(PageContext page, Action action, String here) {
    return new RecordSheet.Button(
        page.words().label(action.label(), action.name()),
        page.words().label(action.description(), ""),
        here + Addresses.path("actions", action.name()));
  }

  /// One related list in full length.
  RecordSheet.@Nullable Related related(
      PageContext page, ObjectModel object, RecordView record, int index, int limit) {
    List<Layout.RelatedList> lists = RecordLayout.of(page, object, definitions).related();
    return index < 0 || index >= lists.size()
        ? null
        : relatedLists.list(page, lists.get(index), record, index, limit);
  }

  /// What a record is called.
  public static String title(PageContext page, ObjectModel object, RecordView record) {
    FieldModel name = object.nameField();
    return page.values().of(name.field(), record.get(name.name())).text();
  }

  private static @Nullable String code(ObjectModel object, RecordView record) {
    for (FieldModel field : object.fields()) {
      boolean other = !field.name().equals(object.nameField().name());
      if (other
          && field.field().type() instanceof FieldType.AutoNumber
          && record.get(field.name()) instanceof String code) {
        return code;
      }
    }
    return null;
  }

  private List<RecordSheet.Related> related(
      PageContext page, List<Layout.RelatedList> wanted, RecordView record) {
    List<RecordSheet.Related> lists = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      RecordSheet.Related list = relatedLists.list(page, wanted.get(i), record, i);
      if (list != null) {
        lists.add(list);
      }
    }
    return lists;
  }

  /// The sections that are shown of this record.
  private List<RecordSheet.Section> sections(
      PageContext page, RecordLayout layout, RecordView record) {
    Set<String> conditions = new LinkedHashSet<>();
    for (RecordLayout.Section section : layout.sections()) {
      if (section.when() instanceof String when) {
        conditions.add(when);
      }
    }
    Set<String> holding = records.holding(page.request(), record, conditions);
    return layout.sections().stream()
        .filter(section -> section.when() == null || holding.contains(section.when()))
        .map(section -> section(page, section, record))
        .toList();
  }

  private static RecordSheet.Section section(
      PageContext page, RecordLayout.Section section, RecordView record) {
    return new RecordSheet.Section(
        section.name(), section.label(), section.columns(), items(page, section.fields(), record));
  }

  private static List<RecordSheet.Item> items(
      PageContext page, List<FieldModel> fields, RecordView record) {
    return fields.stream()
        .map(field ->
            new RecordSheet.Item(
                page.words().label(field.field().label(), field.name()),
                page.values().of(field.field(), record.get(field.name())),
                field.field().type() instanceof FieldType.LongText))
        .toList();
  }

  private static RecordSheet.Footer footer(PageContext page, RecordView record) {
    return new RecordSheet.Footer(
        person(page, record.get("created_by")),
        moment(page, record.get("created_at")),
        person(page, record.get("updated_by")),
        moment(page, record.get("updated_at")));
  }

  private static String person(PageContext page, @Nullable Object value) {
    if (value instanceof Reference reference && reference.name() != null) {
      return reference.name();
    }
    return page.words().get("the_system");
  }

  private static String moment(PageContext page, @Nullable Object value) {
    return value instanceof Instant at ? page.formats().dateTime(at) : "";
  }
}
