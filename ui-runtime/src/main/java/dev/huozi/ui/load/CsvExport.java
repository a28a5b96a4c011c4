package dev.huozi.ui.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.huozi.record.load.profile.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Separated values. No text in it is a formula.
final class CsvExport implements ExportSheet {
  private final Writer text;
  private final CsvWriter csv;

  CsvExport(OutputStream out, Charset charset) throws IOException {
    this.text = new OutputStreamWriter(out, charset);
    if (charset.equals(StandardCharsets.UTF_8)) {
      text.write('\ufeff');
    }
    this.csv = CsvWriter.builder().build(text);
  }

  @Override
  public void header(List<String> names) {
    csv.writeRecord(names.stream().map(FormulaGuard::add).toList());
  }

  @Override
  public void row(List<? extends @Nullable Object> values) {
    List<String> cells = new ArrayList<>(values.size());
    for (Object value : values) {
      cells.add(
          switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String written -> FormulaGuard.add(written);
            default -> value.toString();
          });
    }
    csv.writeRecord(cells);
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    text.flush();
  }
}
