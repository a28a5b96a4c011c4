package dev.huozi.metadata.pack;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a seed file: CSV as in RFC 4180, UTF-8, the first line names the fields.
final class SeedReader {
  static final int MAX_ROWS = 20_000;

  private SeedReader() {}

  static boolean isSeed(String path) {
    return path.startsWith(SeedTable.FOLDER)
        && path.endsWith(SeedTable.SUFFIX)
        && path.indexOf('/', SeedTable.FOLDER.length()) < 0;
  }

  /// Null when issues say what is wrong.
  static @Nullable SeedTable read(String path, String text, Issues issues) {
    Issues found = new Issues();
    List<CsvRecord> records = records(path, text, found);
    if (records.isEmpty() && !found.hasErrors()) {
      found.add(issue(MetadataError.SEED_EMPTY, path, 1, 1));
    }
    SeedTable table = records.isEmpty() ? null : table(path, text, records, found);
    issues.addAll(found);
    return found.hasErrors() ? null : table;
  }

  private static List<CsvRecord> records(String path, String text, Issues issues) {
    List<CsvRecord> records = new ArrayList<>();
    int unreadable = text.indexOf('\uFFFD');
    if (unreadable >= 0 || text.startsWith("\uFEFF")) {
      int line = (int) text.substring(0, Math.max(0, unreadable)).lines().count();
      issues.add(issue(MetadataError.YAML_NOT_TEXT, path, Math.max(1, line), 1));
      return records;
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (records.size() > MAX_ROWS) {
          int line = (int) record.getStartingLineNumber();
          issues.add(
              Issue.error(MetadataError.SEED_TOO_LONG, null, "maximum", MAX_ROWS)
                  .at(new SourceLocation(path, line, 1)));
          return records;
        }
        records.add(record);
      }
    } catch (CsvParseException | java.io.IOException e) {
      String reason = e.getMessage() == null ? "?" : e.getMessage();
      issues.add(
          Issue.error(MetadataError.SEED_SYNTAX, null, "reason", reason)
              .at(new SourceLocation(path, lastLine(records) + 1, 1)));
    }
    return records;
  }

  private static int lastLine(List<CsvRecord> records) {
    return records.isEmpty() ? 0 : (int) records.getLast().getStartingLineNumber();
  }

  private static SeedTable table(String path, String text, List<CsvRecord> records, Issues issues) {
    List<String> header = records.getFirst().getFields();
    List<String> lines = text.lines().toList();
    List<SeedTable.Row> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      int line = (int) record.getStartingLineNumber();
      List<String> values = record.getFields();
      if (values.size() != header.size()) {
        issues.add(
            Issue.error(
                    MetadataError.SEED_COLUMNS,
                    null,
                    "count",
                    values.size(),
                    "expected",
                    header.size())
                .at(new SourceLocation(path, line, 1)));
      } else if (values.getFirst().isBlank() || !keys.add(values.getFirst())) {
        issues.add(
            Issue.error(
                    MetadataError.SEED_KEY,
                    null,
                    "value",
                    values.getFirst(),
                    "field",
                    header.getFirst())
                .at(new SourceLocation(path, line, 1)));
      } else {
        rows.add(new SeedTable.Row(line, starts(lines.get(line - 1), values.size()), values));
      }
    }
    String object =
        path.substring(SeedTable.FOLDER.length(), path.length() - SeedTable.SUFFIX.length());
    return new SeedTable(path, object, header, rows);
  }

  /// Where the values of a record begin in its first line, from 1; those on later lines at its end.
  private static List<Integer> starts(String line, int count) {
    List<Integer> starts = new ArrayList<>(List.of(1));
    boolean quoted = false;
    for (int i = 0; i < line.length() && starts.size() < count; i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        starts.add(i + 2);
      }
    }
    while (starts.size() < count) {
      starts.add(line.length() + 1);
    }
    return starts;
  }

  private static Issue issue(MetadataError code, String path, int line, int column) {
    return Issue.error(code, null).at(new SourceLocation(path, line, column));
  }
}
