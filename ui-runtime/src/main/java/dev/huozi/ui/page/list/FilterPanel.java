package dev.huozi.ui.page.list;

import dev.huozi.ui.form.Control;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filter builder of a list page: rows and groups of rows, or the filter as text.
///
/// @param action where its buttons and selects go
/// @param open true where it is shown from the start
/// @param asText true where the filter is shown as text
/// @param text the filter as text
/// @param note why rows are not possible, or null
/// @param joint `and` or `or`
public record FilterPanel(
    String action,
    String object,
    boolean open,
    boolean asText,
    String text,
    @Nullable String note,
    String joint,
    List<Part> parts) {
  public FilterPanel {
    parts = List.copyOf(parts);
  }

  /// A row, or a group of rows.
  ///
  /// @param place `1`
  /// @param joint of a group, or null for a row
  public record Part(String place, @Nullable String joint, List<Row> rows) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /// One condition.
  ///
  /// @param place `1.0`
  /// @param name what the names of its values begin with: `c1.0`
  /// @param operators empty while no field is chosen
  public record Row(
      String place,
      String name,
      String number,
      List<Fields> fields,
      List<ListPage.Choice> operators,
      Value value,
      @Nullable String problem) {
    public Row {
      fields = List.copyOf(fields);
      operators = List.copyOf(operators);
    }

    /// For ids, in which a point would be hard to select by.
    public String id() {
      return name.replace('.', '-');
    }
  }

  /// The object's own fields, or those behind one lookup.
  ///
  /// @param label of the lookup, or null
  public record Fields(@Nullable String label, List<ListPage.Choice> choices) {
    public Fields {
      choices = List.copyOf(choices);
    }
  }

  /// What the row compares with. The variant decides what is drawn.
  public sealed interface Value {
    /// The template that draws this variant.
    String template();
  }

  /// Nothing to fill in.
  public record Nothing() implements Value {
    @Override
    public String template() {
      return "filter/nothing";
    }
  }

  /// A text or a number.
  public record Line(String text, boolean number) implements Value {
    @Override
    public String template() {
      return "filter/line";
    }
  }

  /// A number of days.
  public record Days(String count) implements Value {
    @Override
    public String template() {
      return "filter/days";
    }
  }

  /// A day of the calendar or counted from today.
  ///
  /// @param day how it is given
  public record Day(List<ListPage.Choice> choices, String day, String text) implements Value {
    public Day {
      choices = List.copyOf(choices);
    }

    @Override
    public String template() {
      return "filter/day";
    }

    public boolean dated() {
      return day.equals("fixed");
    }

    public boolean counted() {
      return day.equals("ago") || day.equals("ahead");
    }
  }

  /// Options by their labels.
  public record Codes(List<ListPage.Choice> choices) implements Value {
    public Codes {
      choices = List.copyOf(choices);
    }

    @Override
    public String template() {
      return "filter/codes";
    }
  }

  /// A record that is looked up.
  public record Found(Control.Lookup lookup, Input input) implements Value {
    @Override
    public String template() {
      return "filter/record";
    }
  }

  /// What the input of a lookup is called, as its template asks.
  public record Input(String id, String input, String nameInput, String label) {
    public String describedBy() {
      return id + "-problem";
    }

    public boolean locked() {
      return false;
    }

    public boolean required() {
      return false;
    }

    public boolean wrong() {
      return false;
    }
  }
}
