package dev.huozi.record.load.file;

import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook. Its numbers, dates and truth values are known as such; a formula is what
/// it gave when the file was saved.
public final class XlsxSheet implements Sheet {
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final List<String> header;

  /// @param sheet name of the sheet, or null for the first one
  /// @throws ProblemException when the file is no workbook, or one that we do not open
  public XlsxSheet(Path file, @Nullable String sheet) {
    WorkbookCheck.check(file);
    try {
      workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
      stream = find(workbook, sheet).openStream();
      rows = stream.iterator();
      header = Header.of(firstRow());
    } catch (IOException | ExcelReaderException e) {
      throw broken(e);
    }
  }

  private static org.dhatim.fastexcel.reader.Sheet find(
      ReadableWorkbook workbook, @Nullable String name) {
    if (name == null) {
      return workbook.getFirstSheet();
    }
    return workbook
        .findSheet(name)
        .orElseThrow(() ->
            new ProblemException(
                LoadError.LOAD_SHEET_UNKNOWN,
                "sheet",
                name,
                "allowed",
                workbook.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName).toList()));
  }

  private List<String> firstRow() {
    if (!rows.hasNext()) {
      throw new ProblemException(LoadError.LOAD_FILE_EMPTY);
    }
    return cells(rows.next(), MOST_COLUMNS + 1).stream().map(SheetRow.Cell::text).toList();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public @Nullable SheetRow next() {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        SheetRow.Cells cells = new SheetRow.Cells(row.getRowNum(), cells(row, header.size()));
        if (!cells.isBlank()) {
          return checked(row, cells);
        }
      }
      return null;
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  private SheetRow checked(Row row, SheetRow.Cells cells) {
    int length = cells.cells().stream().mapToInt(cell -> cell.text().length()).sum();
    if (length > LONGEST_ROW) {
      return new SheetRow.Broken(
          row.getRowNum(), Issue.error(LoadError.LOAD_LINE_TOO_LONG, null, "maximum", LONGEST_ROW));
    }
    return cells;
  }

  private static List<SheetRow.Cell> cells(Row row, int most) {
    List<SheetRow.Cell> cells = new ArrayList<>();
    int count = Math.min(row.getCellCount(), most);
    for (int i = 0; i < count; i++) {
      Cell cell = row.getOptionalCell(i).orElse(null);
      cells.add(cell == null ? SheetRow.Cell.BLANK : cell(cell));
    }
    return cells;
  }

  private static SheetRow.Cell cell(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> new SheetRow.Cell(isDate(cell) ? date(cell) : number(cell), true);
      case BOOLEAN -> new SheetRow.Cell(String.valueOf(cell.asBoolean()), true);
      case FORMULA -> new SheetRow.Cell(text(cell.getRawValue()), true);
      case STRING -> new SheetRow.Cell(text(cell.asString()), false);
      case ERROR -> new SheetRow.Cell(text(cell.getRawValue()), false);
      case EMPTY -> SheetRow.Cell.BLANK;
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String number(Cell cell) {
    var number = cell.asNumber();
    if (number.precision() > 100 || Math.abs((long) number.scale()) > 400) {
      return text(cell.getRawValue());
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /// Whether the number is shown as a date: its format has years, days, hours or seconds outside
  /// quotes and brackets.
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String marks = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.|General", "");
    return marks.chars().anyMatch(c -> "yYdDhHsS年月日".indexOf(c) >= 0);
  }

  private static String date(Cell cell) {
    try {
      LocalDateTime moment = cell.asDate();
      return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? moment.toLocalDate().toString()
          : moment.withNano(0).toString();
    } catch (DateTimeException | ExcelReaderException e) {
      return text(cell.getRawValue());
    }
  }

  private static ProblemException broken(Exception cause) {
    return new ProblemException(LoadError.LOAD_WORKBOOK_BROKEN, Map.of(), List.of(), cause);
  }

  @Override
  public void close() {
    try {
      stream.close();
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing a workbook failed.", e);
    }
  }
}
