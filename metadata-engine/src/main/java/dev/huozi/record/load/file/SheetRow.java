package dev.huozi.record.load.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.problem.Issue;
import java.util.List;

/// One row of a table in a file.
public sealed interface SheetRow {
  /// The line of the file where it begins, from 1.
  long line();

  /// @param cells as many as there are columns at most; what is missing is blank
  record Cells(long line, List<Cell> cells) implements SheetRow {
    public Cells {
      cells = List.copyOf(cells);
    }

    /// The cell of a column.
    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    public boolean isBlank() {
      return cells.stream().allMatch(Cell::isBlank);
    }

    public List<String> texts() {
      return cells.stream().map(Cell::text).toList();
    }
  }

  /// A row that names its fields itself.
  record Values(long line, ObjectNode values) implements SheetRow {}

  /// A row that cannot be read; the next one can.
  record Broken(long line, Issue issue) implements SheetRow {}

  /// One cell.
  ///
  /// @param plain true when the file itself knows the value's type and `text` is its plain form:
  ///   `1234.5`, `true`, `2026-11-25`, `2026-11-25T09:30:00`; no format of the profile applies
  record Cell(String text, boolean plain) {
    public static final Cell BLANK = new Cell("", false);

    public boolean isBlank() {
      return text.isBlank();
    }
  }
}
