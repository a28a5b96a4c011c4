package dev.huozi.ui.page.list;

import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.ValueView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list page shows.
///
/// @param action where the filter form goes
/// @param createHref where a new record is made, or null where that is not possible
/// @param importHref where files of such records are sent, or null where that is not possible
public record ListPage(
    ObjectHead object,
    List<Tab> tabs,
    String action,
    Filters filters,
    Rows rows,
    Applied applied,
    Saving saving,
    @Nullable String createHref,
    @Nullable String importHref) {
  public ListPage {
    tabs = List.copyOf(tabs);
  }

  ListPage with(FilterPanel panel) {
    return new ListPage(
        object, tabs, action, filters.with(panel), rows, applied, saving, createHref, importHref);
  }

  /// How this list can be kept as a view.
  ///
  /// @param possible false while it is what a view shows anyway
  /// @param action where the form goes
  /// @param own label of the reader's own view that it began as; null when it began as none
  /// @param share whether the reader may make it a view for all
  public record Saving(
      boolean possible,
      String action,
      String address,
      @Nullable String own,
      String ownId,
      boolean share) {}

  /// The reader's own filter on top of the view, in words.
  ///
  /// @param clearHref the same list without it
  /// @param modified true where it differs from the reader's own view that it began as, or began as
  ///   none
  public record Applied(List<String> words, String clearHref, boolean modified) {
    public Applied {
      words = List.copyOf(words);
    }
  }

  /// One view of the object.
  ///
  /// @param own whether it is the reader's alone
  public record Tab(String label, String href, boolean current, boolean own) {}

  /// What narrows the list down.
  ///
  /// @param problem why the formula cannot be read, or null
  /// @param clearHref the view without any of it
  public record Filters(
      String view,
      String sort,
      String search,
      List<Quick> quick,
      String formula,
      @Nullable Problem problem,
      boolean active,
      String clearHref,
      FilterPanel panel) {
    public Filters {
      quick = List.copyOf(quick);
    }

    Filters with(FilterPanel other) {
      return new Filters(view, sort, search, quick, formula, problem, active, clearHref, other);
    }
  }

  /// A mistake in a formula, with a caret under its place.
  public record Problem(String message, @Nullable String picture) {}

  /// One select of the filter bar.
  ///
  /// @param name of the parameter
  public record Quick(String name, String label, List<Choice> choices) {
    public Quick {
      choices = List.copyOf(choices);
    }

    /// The label of what is chosen, or null.
    public @Nullable String chosen() {
      return choices.stream().filter(Choice::selected).map(Choice::label).findFirst().orElse(null);
    }
  }

  /// One option.
  public record Choice(String value, String label, boolean selected) {}

  /// The rows of this page of the list.
  ///
  /// @param total of all pages, `1,000+` where there are more
  /// @param range `1–50`
  public record Rows(
      List<Column> columns,
      List<Row> rows,
      String total,
      String range,
      boolean filtered,
      String clearHref,
      @Nullable String previousHref,
      @Nullable String nextHref,
      List<Export> exports) {
    public Rows {
      exports = List.copyOf(exports);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /// All pages of the list as a file.
  public record Export(String label, String href) {}

  /// One column.
  ///
  /// @param sortHref where a click on the head leads, or null when one cannot sort by it
  /// @param order `ascending`, `descending` or `none`
  public record Column(String label, boolean numeric, @Nullable String sortHref, String order) {}

  /// One record.
  ///
  /// @param title the cell that names it and links to it
  /// @param titleColumn which of the cells that is, or -1 when no column shows the name
  public record Row(String href, String title, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// The cells beside the title, for a card.
    public List<Cell> details() {
      return cells.stream()
          .filter(cell -> !cell.title() && !(cell.value() instanceof ValueView.Blank))
          .limit(6)
          .toList();
    }
  }

  /// One value with the label of its column.
  ///
  /// @param title true where it names the record
  public record Cell(String label, ValueView value, boolean title) {}
}
