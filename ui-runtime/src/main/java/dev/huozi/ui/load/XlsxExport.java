package dev.huozi.ui.load;

import dev.huozi.record.load.profile.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook: numbers and days are such, texts are texts and never formulas. Written through, a
/// sheet is never held in memory.
final class XlsxExport implements ExportSheet {
  private static final int ROWS_OF_SHEET = 1_000_000;
  private static final int ROWS_BETWEEN_FLUSHES = 1_000;

  /// A spreadsheet's numbers hold no more.
  private static final int EXACT_DIGITS = 15;

  private final Workbook workbook;
  private final String name;
  private List<String> names = List.of();
  private @Nullable Worksheet sheet;
  private int sheets;
  private int next;

  XlsxExport(OutputStream out, String name) {
    this.workbook = new Workbook(out, "Huozi", null);
    this.name = name.replaceAll("[\\\\/*?:\\[\\]']", " ");
  }

  @Override
  public void header(List<String> columns) throws IOException {
    names = columns;
    begin();
  }

  private Worksheet begin() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
    sheets++;
    String title = name.length() > 25 ? name.substring(0, 25) : name;
    Worksheet begun = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
    begun.freezePane(0, 1);
    for (int i = 0; i < names.size(); i++) {
      begun.inlineString(0, i, text(names.get(i)));
      begun.style(0, i).bold().set();
    }
    next = 1;
    sheet = begun;
    return begun;
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    Worksheet current = sheet == null || next > ROWS_OF_SHEET ? begin() : sheet;
    for (int i = 0; i < values.size(); i++) {
      cell(current, i, values.get(i));
    }
    next++;
    if (next % ROWS_BETWEEN_FLUSHES == 0) {
      current.flush();
    }
  }

  private void cell(Worksheet current, int column, @Nullable Object value) {
    switch (value) {
      case null -> {
        // blank
      }
      case BigDecimal number when number.precision() <= EXACT_DIGITS ->
          current.value(next, column, number);
      case BigDecimal number -> current.inlineString(next, column, number.toPlainString());
      case LocalDate day -> {
        current.value(next, column, day);
        current.style(next, column).format("yyyy-mm-dd").set();
      }
      default -> current.inlineString(next, column, text(value.toString()));
    }
  }

  /// Only what our own import would take for guarded gets another apostrophe.
  private static String text(String text) {
    return FormulaGuard.remove(text).equals(text) ? text : "'" + text;
  }

  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
    workbook.finish();
  }
}
