package dev.huozi.ui.page.record;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.ValueViews;
import dev.huozi.ui.page.list.ListColumn;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes the lists of records that point at a record: one query each.
@Singleton
public class RelatedLists {
  private static final int SHOWN = 5;
  private final RecordService records;
  private final Icons icons;

  public RelatedLists(RecordService records, Icons icons) {
    this.records = records;
    this.icons = icons;
  }

  /// @param limit how many rows at most
  RecordSheet.@Nullable Related list(
      PageContext page, Layout.RelatedList wanted, RecordView parent, int index) {
    return list(page, wanted, parent, index, SHOWN);
  }

  /// The list with up to `limit` rows, or null where the model has no such object or field any
  /// more.
  RecordSheet.@Nullable Related list(
      PageContext page, Layout.RelatedList wanted, RecordView parent, int index, int limit) {
    ObjectModel object = page.snapshot().object(wanted.object());
    FieldModel field = object == null ? null : object.field(wanted.field());
    if (object == null || field == null) {
      return null;
    }
    List<ListColumn> columns = columns(page, object, wanted);
    RecordPage found =
        records.list(
            page.request(),
            query(object, columns, wanted, filters(wanted, field, parent.id()), limit));
    return related(page, object, field, columns, found, parent, index, limit);
  }

  /// The filter that finds what points at a record.
  static String pointsAt(FieldModel field, UUID id) {
    return "[" + field.name() + "] = \"" + id + "\"";
  }

  private static List<String> filters(Layout.RelatedList wanted, FieldModel field, UUID id) {
    String points = pointsAt(field, id);
    return wanted.filter() == null ? List.of(points) : List.of(points, wanted.filter());
  }

  private static List<ListColumn> columns(
      PageContext page, ObjectModel object, Layout.RelatedList wanted) {
    List<ListColumn> columns = ListColumn.resolve(page.snapshot(), object, wanted.columns());
    return columns.isEmpty()
        ? ListColumn.resolve(page.snapshot(), object, List.of(object.nameField().name()))
        : columns;
  }

  private static ListQuery query(
      ObjectModel object,
      List<ListColumn> columns,
      Layout.RelatedList wanted,
      List<String> filters,
      int limit) {
    List<String> fields = new ArrayList<>(columns.stream().map(ListColumn::path).toList());
    if (!fields.contains(object.nameField().name())) {
      fields.add(object.nameField().name());
    }
    List<ListQuery.Sort> sort =
        wanted.sort().stream()
            .map(word ->
                word.startsWith("-")
                    ? new ListQuery.Sort(word.substring(1), true)
                    : new ListQuery.Sort(word, false))
            .toList();
    return new ListQuery(object.name(), fields, filters, null, sort, limit, null, true);
  }

  private RecordSheet.Related related(
      PageContext page,
      ObjectModel object,
      FieldModel field,
      List<ListColumn> columns,
      RecordPage found,
      RecordView parent,
      int index,
      int limit) {
    Long total = found.total();
    boolean more = found.next() != null && limit == SHOWN;
    String here = Addresses.record(parent.object(), parent.id());
    return new RecordSheet.Related(
        ObjectHead.of(page, object, icons),
        "related-" + index,
        page.label(object),
        total == null ? "" : page.formats().count(total, found.totalCapped()),
        columns.stream().map(column -> head(page, column)).toList(),
        found.records().stream().map(record -> row(page, object, columns, record)).toList(),
        more ? here + "/related/" + index : null,
        createHref(object, field, parent, here));
  }

  /// The form of a new record that points here already, and comes back here.
  private static String createHref(
      ObjectModel object, FieldModel field, RecordView parent, String here) {
    String value = parent.object() + ":" + parent.id();
    return Addresses.query(
        Addresses.create(object.name()), Map.of("d." + field.name(), value, "next", here));
  }

  private static RecordSheet.Head head(PageContext page, ListColumn column) {
    return new RecordSheet.Head(
        page.words().label(column.field().label(), column.field().name()),
        ValueViews.numeric(column.field().type()));
  }

  private static RecordSheet.Row row(
      PageContext page, ObjectModel object, List<ListColumn> columns, RecordView record) {
    String nameField = object.nameField().name();
    List<RecordSheet.Cell> cells = new ArrayList<>();
    boolean named = columns.stream().anyMatch(column -> column.path().equals(nameField));
    for (ListColumn column : columns) {
      boolean title = named ? column.path().equals(nameField) : column == columns.getFirst();
      cells.add(
          new RecordSheet.Cell(
              page.words().label(column.field().label(), column.field().name()),
              page.values().of(column.field(), record.get(column.path())),
              title));
    }
    String title = page.values().of(object.nameField().field(), record.get(nameField)).text();
    return new RecordSheet.Row(Addresses.record(object.name(), record.id()), title, cells);
  }
}
