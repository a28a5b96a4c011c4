package dev.huozi.ui.page.list;

import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.ui.filter.FilterFields;
import dev.huozi.ui.filter.FilterForm;
import dev.huozi.ui.filter.FilterNode;
import dev.huozi.ui.filter.FilterText;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes filter builders: from the filter of an address, and from what its form sends.
@Singleton
public class FilterPanels {
  private static final String TEXT = "text";
  private static final String ROWS = "rows";

  private final RecordNames names;

  FilterPanels(RecordNames names) {
    this.names = names;
  }

  /// What a button asked for.
  ///
  /// @param filter to apply, or null while the builder is only changed
  public record Step(FilterPanel panel, @Nullable String filter) {}

  /// The builder as a page begins with it.
  FilterPanel of(PageContext page, ObjectModel object, ListAddress address, boolean wrong) {
    FilterFields fields = fields(page, object);
    FilterNode.Group rows = new FilterText(fields).read(address.formula());
    Panel panel = new Panel(page, object, address, fields);
    return rows == null
        ? panel.text(address.formula(), wrong, null)
        : panel.rows(rows.isEmpty() ? FilterForm.withRow(rows, "") : rows, wrong);
  }

  /// The words for the filter of an address, part by part; the text itself where it has no rows.
  List<String> words(PageContext page, ObjectModel object, String filter) {
    if (filter.isEmpty()) {
      return List.of();
    }
    FilterFields fields = fields(page, object);
    FilterNode.Group rows = new FilterText(fields).read(filter);
    return rows == null
        ? List.of(filter)
        : new FilterWords(page, new FilterValues(page, fields, names)).of(rows);
  }

  /// What the form and the button that was pressed lead to.
  public Step step(PageContext page, ListAddress address, MultivaluedMap<String, String> form) {
    ObjectModel object = page.object(address.object());
    FilterFields fields = fields(page, object);
    Panel panel = new Panel(page, object, address, fields);
    String pressed = Objects.toString(form.getFirst("do"), "");
    boolean asText = TEXT.equals(form.getFirst("as"));
    String text = Objects.toString(form.getFirst(TEXT), "").strip();
    if (asText) {
      return pressed.equals(ROWS)
          ? new Step(panel.rowsOf(text), null)
          : new Step(panel.text(text, true, null), pressed.equals("apply") ? text : null);
    }
    FilterForm rows = new FilterForm(fields);
    FilterNode.Group read = rows.read(form);
    FilterNode.Group filled = FilterForm.filled(read);
    if (pressed.equals(TEXT) || pressed.equals("apply")) {
      if (!rows.complete(filled)) {
        return new Step(panel.rows(read, true), null);
      }
      String printed = new FilterText(fields).print(filled);
      return pressed.equals(TEXT)
          ? new Step(panel.text(printed, true, null), null)
          : new Step(panel.rows(read, true), printed);
    }
    return new Step(panel.rows(changed(read, pressed), true, false), null);
  }

  private static FilterNode.Group changed(FilterNode.Group read, String pressed) {
    if (pressed.equals("group")) {
      return FilterForm.withGroup(read);
    }
    if (pressed.startsWith("add")) {
      return FilterForm.withRow(read, after(pressed));
    }
    return pressed.startsWith("del") ? FilterForm.without(read, after(pressed)) : read;
  }

  /// The place behind the word: `1.0` of `del.1.0`.
  private static String after(String pressed) {
    int dot = pressed.indexOf('.');
    return dot < 0 ? "" : pressed.substring(dot + 1);
  }

  private static FilterFields fields(PageContext page, ObjectModel object) {
    return new FilterFields(ObjectScope.of(object, page.snapshot()), page.words().locale());
  }

  /// Draws one builder.
  private final class Panel {
    private final PageContext page;
    private final ObjectModel object;
    private final ListAddress address;
    private final FilterFields fields;
    private final FilterValues values;

    private Panel(PageContext page, ObjectModel object, ListAddress address, FilterFields fields) {
      this.page = page;
      this.object = object;
      this.address = address;
      this.fields = fields;
      this.values = new FilterValues(page, fields, names);
    }

    private FilterPanel text(String text, boolean open, @Nullable String note) {
      return panel(open, true, text, note, FilterNode.Joint.AND, List.of());
    }

    /// The rows of a text that was typed, or the text with the reason against rows.
    private FilterPanel rowsOf(String text) {
      FilterNode.Group read = new FilterText(fields).read(text);
      return read == null
          ? text(text, true, page.words().get("filter_no_rows"))
          : rows(read.isEmpty() ? FilterForm.withRow(read, "") : read, true);
    }

    private FilterPanel rows(FilterNode.Group group, boolean open) {
      return rows(group, open, true);
    }

    /// @param checked whether rows say what they lack
    private FilterPanel rows(FilterNode.Group group, boolean open, boolean checked) {
      List<FilterPanel.Part> parts = new ArrayList<>();
      for (int i = 0; i < group.parts().size(); i++) {
        String place = Integer.toString(i);
        parts.add(
            switch (group.parts().get(i)) {
              case FilterNode.Row row ->
                  new FilterPanel.Part(place, null, List.of(row(row, place, checked)));
              case FilterNode.Group inner ->
                  new FilterPanel.Part(place, inner.joint().word(), inner(inner, place, checked));
            });
      }
      return panel(open, false, "", null, group.joint(), parts);
    }

    private List<FilterPanel.Row> inner(FilterNode.Group group, String place, boolean checked) {
      List<FilterPanel.Row> rows = new ArrayList<>();
      for (FilterNode part : group.parts()) {
        if (part instanceof FilterNode.Row row) {
          rows.add(row(row, place + "." + rows.size(), checked));
        }
      }
      return rows;
    }

    private FilterPanel.Row row(FilterNode.Row row, String place, boolean checked) {
      String problem = checked ? new FilterForm(fields).problem(row) : null;
      return values.row(row, place, problem == null ? null : page.words().get(problem));
    }

    private FilterPanel panel(
        boolean open,
        boolean asText,
        String text,
        @Nullable String note,
        FilterNode.Joint joint,
        List<FilterPanel.Part> parts) {
      return new FilterPanel(
          Addresses.list(address.app(), address.object()) + "/filter",
          object.name(),
          open,
          asText,
          text,
          note,
          joint.word(),
          parts);
    }
  }
}
