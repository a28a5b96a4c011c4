package dev.huozi.ui.page.list;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.SavedView;
import dev.huozi.record.service.SavedViews;
import dev.huozi.ui.app.App;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.load.Exports;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.Navigator;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.UiDefinitions;
import dev.huozi.ui.page.ValueView;
import dev.huozi.ui.page.ValueViews;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes list pages: view and address become a `ListQuery`, its records become rows.
@Singleton
public class ListPages {
  private static final int PAGE_SIZE = 50;

  /// Names of files and the formats they stand for.
  private static final List<ListPage.Export> EXPORTS =
      List.of(
          new ListPage.Export("CSV", "csv"),
          new ListPage.Export("CSV GB18030", "gb18030"),
          new ListPage.Export("Excel", "xlsx"));

  private final RecordService records;
  private final UiDefinitions definitions;
  private final Navigator navigator;
  private final Icons icons;
  private final FilterPanels panels;
  private final SavedViews saved;

  public ListPages(
      RecordService records,
      UiDefinitions definitions,
      Navigator navigator,
      Icons icons,
      FilterPanels panels,
      SavedViews saved) {
    this.panels = panels;
    this.saved = saved;
    this.records = records;
    this.definitions = definitions;
    this.navigator = navigator;
    this.icons = icons;
  }

  public ListPage page(PageContext page, ListAddress address) {
    ObjectModel object = page.object(address.object());
    ListView view = view(page, address);
    List<ListColumn> columns = ListColumn.of(page.snapshot(), object, view);
    QuickFilters quick = QuickFilters.of(page, object, view);
    List<SavedView> own = saved.of(page.request(), object);
    SavedView begun =
        own.stream()
            .filter(one -> one.id().toString().equals(address.own()))
            .findFirst()
            .orElse(null);
    RecordPage found = null;
    ListPage.Problem problem = null;
    try {
      found =
          records.list(
              page.request(),
              query(object, view, columns, quick.formulas(address.quick()), address));
    } catch (ProblemException refused) {
      problem = problem(page, address, refused);
      found = new RecordPage(List.of(), null, null, 0L, false);
    }
    return new ListPage(
        ObjectHead.of(page, object, icons),
        tabs(page, address, view, own, begun),
        address.path(),
        filters(address, view, quick, problem, panels.of(page, object, address, problem != null)),
        rows(page, object, address, columns, order(view, address), found),
        applied(page, object, address, begun, problem != null),
        saving(page, address, begun, problem != null),
        Addresses.create(object.name()),
        Addresses.query(Addresses.IMPORTS, Map.of("object", object.name())));
  }

  /// What the page of this address shows, as a file of all rows.
  public Exports.Wanted export(PageContext page, ListAddress address) {
    ObjectModel object = page.object(address.object());
    ListView view = view(page, address);
    List<ListColumn> columns = ListColumn.of(page.snapshot(), object, view);
    QuickFilters quick = QuickFilters.of(page, object, view);
    ListQuery query = query(object, view, columns, quick.formulas(address.quick()), address);
    return new Exports.Wanted(object, columns, query.at(null), page.snapshot());
  }

  /// What a formula that the reader typed is wrong about; every other refusal goes on.
  private static ListPage.Problem problem(
      PageContext page, ListAddress address, ProblemException refused) {
    if (address.formula().isEmpty() || refused.code().category() != Category.USER) {
      throw refused;
    }
    return FormulaProblems.of(page.words(), refused);
  }

  private static ListQuery query(
      ObjectModel object,
      @Nullable ListView view,
      List<ListColumn> columns,
      List<String> quick,
      ListAddress address) {
    List<String> fields = new ArrayList<>(columns.stream().map(ListColumn::path).toList());
    if (!fields.contains(object.nameField().name())) {
      fields.add(object.nameField().name());
    }
    List<String> filters = new ArrayList<>(quick);
    if (view != null && view.filter() != null) {
      filters.add(view.filter());
    }
    if (!address.formula().isEmpty()) {
      filters.add(address.formula());
    }
    String search = address.search().isEmpty() ? null : address.search();
    String cursor = address.cursor().isEmpty() ? null : address.cursor();
    return new ListQuery(
        object.name(), fields, filters, search, order(view, address), PAGE_SIZE, cursor, true);
  }

  /// The reader's own filter in words; nothing for one that cannot be read.
  private ListPage.Applied applied(
      PageContext page,
      ObjectModel object,
      ListAddress address,
      @Nullable SavedView begun,
      boolean wrong) {
    return new ListPage.Applied(
        wrong ? List.of() : panels.words(page, object, address.formula()),
        begun == null ? address.withFormula("").href() : own(address, begun),
        begun == null || !begun.address().equals(address.kept()));
  }

  private static ListPage.Saving saving(
      PageContext page, ListAddress address, @Nullable SavedView begun, boolean wrong) {
    boolean changed =
        begun == null
            ? address.filtered() || !address.sort().isEmpty()
            : !begun.address().equals(address.kept());
    return new ListPage.Saving(
        changed && !wrong,
        address.path() + "/views",
        address.kept(),
        begun == null ? null : begun.label(),
        address.own(),
        page.admin());
  }

  /// The address of a view of the reader's own.
  static String own(ListAddress address, SavedView view) {
    return address.path()
        + "?"
        + (view.address().isEmpty() ? "" : view.address() + "&")
        + "own="
        + view.id();
  }

  /// The same page with its filter builder as it is after a step.
  public ListPage page(PageContext page, ListAddress address, FilterPanel panel) {
    return page(page, address).with(panel);
  }

  @Nullable ListView view(PageContext page, ListAddress address) {
    ListView named = definitions.view(page.snapshot(), address.view());
    if (named != null && named.object().equalsIgnoreCase(address.object())) {
      return named;
    }
    String wanted = viewOfApp(page, address);
    List<ListView> views = definitions.views(page.snapshot(), address.object());
    return views.stream()
        .filter(view -> view.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElse(views.isEmpty() ? null : views.getFirst());
  }

  private @Nullable String viewOfApp(PageContext page, ListAddress address) {
    return navigator.apps(page).stream()
        .filter(app -> app.name().equalsIgnoreCase(address.app()))
        .flatMap(app -> app.items().stream())
        .filter(item -> item.object().equalsIgnoreCase(address.object()))
        .map(App.Item::view)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<ListPage.Tab> tabs(
      PageContext page,
      ListAddress address,
      @Nullable ListView current,
      List<SavedView> own,
      @Nullable SavedView begun) {
    List<ListPage.Tab> tabs = new ArrayList<>();
    for (ListView view : definitions.views(page.snapshot(), address.object())) {
      tabs.add(
          new ListPage.Tab(
              page.words().label(view.label(), view.name()),
              address.withView(view.name()).href(),
              view == current && begun == null,
              false));
    }
    for (SavedView view : own) {
      tabs.add(new ListPage.Tab(view.label(), own(address, view), view.equals(begun), true));
    }
    return tabs;
  }

  private static ListPage.Filters filters(
      ListAddress address,
      @Nullable ListView view,
      QuickFilters quick,
      ListPage.@Nullable Problem problem,
      FilterPanel panel) {
    return new ListPage.Filters(
        view == null ? "" : view.name(),
        address.sort(),
        address.search(),
        quick.selects(address),
        address.formula(),
        problem,
        address.filtered(),
        address.unfiltered().href(),
        panel);
  }

  private static List<ListQuery.Sort> order(@Nullable ListView view, ListAddress address) {
    List<String> words =
        address.sort().isEmpty()
            ? (view == null ? List.of() : view.sort())
            : List.of(address.sort().split(","));
    return words.stream()
        .map(String::strip)
        .filter(word -> !word.isEmpty() && !word.equals("-"))
        .map(word ->
            word.startsWith("-")
                ? new ListQuery.Sort(word.substring(1), true)
                : new ListQuery.Sort(word, false))
        .toList();
  }

  private static ListPage.Rows rows(
      PageContext page,
      ObjectModel object,
      ListAddress address,
      List<ListColumn> columns,
      List<ListQuery.Sort> order,
      RecordPage found) {
    String next = found.next();
    String previous = found.previous();
    int before = address.cursor().isEmpty() ? 0 : address.offset();
    int count = found.records().size();
    Long total = found.total();
    return new ListPage.Rows(
        columns.stream().map(column -> head(page, address, column, order)).toList(),
        found.records().stream().map(one -> row(page, object, columns, one)).toList(),
        total == null ? "" : total(page, total, found.estimate()),
        count == 0 ? "0" : (before + 1) + "–" + (before + count),
        address.filtered(),
        address.unfiltered().href(),
        previous == null
            ? null
            : address.withCursor(previous, Math.max(0, before - PAGE_SIZE)).href(),
        next == null ? null : address.withCursor(next, before + count).href(),
        EXPORTS.stream()
            .map(one -> new ListPage.Export(one.label(), address.exportHref(one.href())))
            .toList());
  }

  /// Exact as far as it was counted; beyond that about.
  private static String total(PageContext page, long counted, @Nullable Long estimate) {
    return estimate == null
        ? page.formats().count(counted, false)
        : page.words().get("about", page.formats().count(rounded(estimate), false));
  }

  /// Two leading digits: nobody shall take it for exact.
  private static long rounded(long estimate) {
    long unit = 1;
    while (estimate / unit >= 100) {
      unit *= 10;
    }
    return estimate / unit * unit;
  }

  private static ListPage.Column head(
      PageContext page, ListAddress address, ListColumn column, List<ListQuery.Sort> order) {
    String label = page.words().label(column.field().label(), column.field().name());
    boolean numeric = ValueViews.numeric(column.field().type());
    boolean sortable =
        column.parent() == null && !(column.field().type() instanceof FieldType.LongText);
    ListQuery.Sort first = order.isEmpty() ? null : order.getFirst();
    boolean sorted = first != null && first.field().equalsIgnoreCase(column.path());
    boolean descending = first != null && sorted && first.descending();
    String direction = !sorted ? "none" : descending ? "descending" : "ascending";
    String href =
        address.withSort(sorted && !descending ? "-" + column.path() : column.path()).href();
    return new ListPage.Column(label, numeric, sortable ? href : null, direction);
  }

  private static ListPage.Row row(
      PageContext page, ObjectModel object, List<ListColumn> columns, RecordView record) {
    String nameField = object.nameField().name();
    String title = page.values().of(object.nameField().field(), record.get(nameField)).text();
    List<ListPage.Cell> cells = new ArrayList<>();
    for (ListColumn column : columns) {
      ValueView value = page.values().of(column.field(), record.get(column.path()));
      String label = page.words().label(column.field().label(), column.field().name());
      cells.add(new ListPage.Cell(label, value, column.path().equals(nameField)));
    }
    return new ListPage.Row(Addresses.record(object.name(), record.id()), title, cells);
  }
}
