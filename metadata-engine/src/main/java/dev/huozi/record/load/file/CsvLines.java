package dev.huozi.record.load.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the fields of one line and remembers where it began, so that a broken one can be told.
final class CsvLines extends AbstractBaseCsvCallbackHandler<CsvLines.@Nullable Line> {
  /// One more than a header may have, so that its length can be told from the limit.
  private static final int MOST_CELLS = Sheet.MOST_COLUMNS * 16;

  private long line = 1;
  private List<String> cells = new ArrayList<>();
  private int length;

  /// @param number the line of the file where it begins
  record Line(long number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  /// Where the line that is being read began.
  long line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    cells = new ArrayList<>();
    length = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
    length += size;
    if (index >= MOST_CELLS || length > Sheet.LONGEST_ROW) {
      throw new CsvParseException("The line is too long.");
    }
    cells.add(new String(buffer, offset, size));
  }

  @Override
  protected @Nullable Line buildRecord() {
    return getRecordType() == RecordType.DATA ? new Line(line, cells) : null;
  }
}
