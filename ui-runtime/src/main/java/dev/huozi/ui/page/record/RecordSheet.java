package dev.huozi.ui.page.record;

import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.ValueView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a record shows.
///
/// @param version goes back with actions, which refuse a record that has changed since
/// @param problem why an action did not work; null on an ordinary visit
/// @param code the running number where the name is another field, else null
public record RecordSheet(
    ObjectHead object,
    String listHref,
    String title,
    @Nullable String code,
    List<Item> highlights,
    List<Section> sections,
    List<Related> related,
    List<Event> history,
    String editHref,
    String deleteHref,
    int version,
    List<Button> actions,
    @Nullable String problem,
    Footer footer) {
  public RecordSheet {
    highlights = List.copyOf(highlights);
    sections = List.copyOf(sections);
    related = List.copyOf(related);
    history = List.copyOf(history);
    actions = List.copyOf(actions);
  }

  /// An action of the record.
  public record Button(String label, String hint, String href) {}

  /// A value with its label.
  ///
  /// @param wide true where it takes the whole width
  public record Item(String label, ValueView value, boolean wide) {}

  /// A titled block of values.
  public record Section(String name, String label, int columns, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /// Records of another object that point here.
  ///
  /// @param total `1,000+` where there are more
  /// @param allHref the full list, or null when all of it is shown
  public record Related(
      ObjectHead object,
      String anchor,
      String label,
      String total,
      List<Head> heads,
      List<Row> rows,
      @Nullable String allHref,
      String createHref) {
    public Related {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }
  }

  /// The head of one column.
  public record Head(String label, boolean numeric) {}

  /// One related record.
  public record Row(String href, String title, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// One value of a related record.
  public record Cell(String label, ValueView value, boolean title) {}

  /// What happened to the record at one moment.
  ///
  /// @param kind `create`, `update`, `delete`, `clear`
  public record Event(String kind, String who, String at, String machineAt, List<Changed> changes) {
    public Event {
      changes = List.copyOf(changes);
    }
  }

  /// A field's old and new value in words.
  public record Changed(String label, String before, String after) {}

  /// Who made it and who changed it last.
  public record Footer(String createdBy, String createdAt, String updatedBy, String updatedAt) {}
}
