package dev.huozi.record.load.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A table of separated values. Where a quote is broken, its line is told and reading goes on with
/// the line after it.
public final class CsvSheet implements Sheet {
  /// Each broken line means to begin again at the top and to skip what was read.
  private static final int MOST_BROKEN = 100;

  private final Supplier<InputStream> file;
  private final Charset charset;
  private final char separator;
  private final List<String> header;
  private CsvLines handler = new CsvLines();
  private @Nullable CsvReader<CsvLines.Line> reader;
  private @Nullable CloseableIterator<CsvLines.Line> lines;
  private int broken;

  /// @param file opens the file from its beginning, as often as needed
  public CsvSheet(Supplier<InputStream> file, Charset charset, char separator) {
    this.file = file;
    this.charset = charset;
    this.separator = separator;
    open(0);
    this.header = readHeader();
  }

  private List<String> readHeader() {
    try {
      CloseableIterator<CsvLines.Line> iterator = lines();
      if (!iterator.hasNext()) {
        throw new ProblemException(LoadError.LOAD_FILE_EMPTY);
      }
      return Header.of(iterator.next().cells());
    } catch (CsvParseException e) {
      close();
      throwIfFromElsewhere(e.getCause());
      throw new ProblemException(LoadError.LOAD_QUOTE_BROKEN, "line", 1L);
    } catch (ProblemException e) {
      close();
      throw e;
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public @Nullable SheetRow next() {
    while (true) {
      try {
        CloseableIterator<CsvLines.Line> iterator = lines();
        if (!iterator.hasNext()) {
          return null;
        }
        SheetRow row = row(iterator.next());
        if (!(row instanceof SheetRow.Cells cells && cells.isBlank())) {
          return row;
        }
      } catch (CsvParseException e) {
        return goOnAfter(handler.line(), e);
      } catch (UncheckedIOException e) {
        throw new ProblemException(
            LoadError.LOAD_BYTES_BROKEN, Map.of("line", handler.line()), List.of(), e);
      }
    }
  }

  private SheetRow row(CsvLines.Line line) {
    List<String> texts = line.cells();
    for (int i = header.size(); i < texts.size(); i++) {
      if (!texts.get(i).isBlank()) {
        return new SheetRow.Broken(
            line.number(),
            Issue.error(
                LoadError.LOAD_CELLS_TOO_MANY,
                null,
                "actual",
                texts.size(),
                "maximum",
                header.size()));
      }
    }
    List<String> used = texts.subList(0, Math.min(texts.size(), header.size()));
    return new SheetRow.Cells(
        line.number(), used.stream().map(text -> new SheetRow.Cell(text, false)).toList());
  }

  private SheetRow goOnAfter(long line, CsvParseException reason) {
    throwIfFromElsewhere(reason.getCause());
    broken++;
    if (broken > MOST_BROKEN) {
      throw new ProblemException(
          LoadError.LOAD_TOO_BROKEN,
          Map.of("line", line, "maximum", MOST_BROKEN),
          List.of(),
          reason);
    }
    open(line);
    return new SheetRow.Broken(line, Issue.error(LoadError.LOAD_QUOTE_BROKEN, null, "line", line));
  }

  /// The parser wraps whatever happens while it reads; what did not happen to the text is not about
  /// the text.
  private static void throwIfFromElsewhere(@Nullable Throwable cause) {
    switch (cause) {
      case Error error -> throw error;
      case RuntimeException failure -> throw failure;
      case null, default -> {
        // The text is to blame.
      }
    }
  }

  private CloseableIterator<CsvLines.Line> lines() {
    if (lines == null) {
      throw new IllegalStateException("The sheet is closed.");
    }
    return lines;
  }

  /// Begins to read after so many lines.
  private void open(long after) {
    close();
    handler = new CsvLines();
    Reader text =
        new InputStreamReader(
            file.get(),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_ROW)
            .build(handler, ByteOrderMark.without(text));
    if (after > 0) {
      reader.skipLines(Math.toIntExact(after));
    }
    lines = reader.iterator();
  }

  @Override
  public void close() {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Closing a table failed.", e);
      }
      reader = null;
      lines = null;
    }
  }
}
