package dev.huozi.ui.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.load.job.ImportJob;
import dev.huozi.record.load.job.ImportLine;
import dev.huozi.record.load.job.Imports;
import dev.huozi.record.load.profile.FormulaGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The refused rows of an import as a file of the same columns, with what is wrong with each in a
/// further one. Corrected, it can be imported as it is.
final class ErrorFile {
  /// The name of the further column.
  static final String REASON = "!";

  private static final int PAGE = 1_000;

  private final Imports imports;
  private final RequestContext context;
  private final ImportJob job;

  ErrorFile(Imports imports, RequestContext context, ImportJob job) {
    this.imports = imports;
    this.context = context;
    this.job = job;
  }

  void write(OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\ufeff');
    CsvWriter csv = CsvWriter.builder().build(text);
    List<String> header = new ArrayList<>(job.file().header());
    header.remove(REASON);
    csv.writeRecord(with(header, REASON));
    long after = 0;
    List<ImportLine> lines = page(after);
    while (!lines.isEmpty()) {
      for (ImportLine line : lines) {
        csv.writeRecord(row(line, header.size()));
        after = line.line();
      }
      lines = page(after);
    }
    csv.flush();
    text.flush();
  }

  private List<ImportLine> page(long after) {
    return imports.lines(context, job.id(), List.of(ImportLine.Kind.REFUSED), after, PAGE);
  }

  private List<String> row(ImportLine line, int columns) {
    List<String> cells = new ArrayList<>();
    int reason = job.file().header().indexOf(REASON);
    for (int i = 0; i < line.cells().size(); i++) {
      if (i != reason) {
        cells.add(guarded(line.cells().get(i)));
      }
    }
    while (cells.size() < columns) {
      cells.add("");
    }
    String reasons =
        line.notes().stream()
            .map(note ->
                (note.column() == null ? "" : note.column() + ": ") + note.text(context.locale()))
            .collect(Collectors.joining(" | "));
    return with(cells, line.line() + ": " + reasons);
  }

  /// Numbers stay numbers.
  static String guarded(String text) {
    return text.matches("[+-]?[\\d.,]+%?") ? text : FormulaGuard.add(text);
  }

  private static List<String> with(List<String> cells, String last) {
    List<String> all = new ArrayList<>(cells);
    all.add(last);
    return all;
  }
}
