package dev.huozi.metadata.pack;

import dev.huozi.platform.problem.SourceLocation;
import java.util.List;

/// `data/<object>.csv`: records that a pack brings along. The first column is the key, a unique
/// text field: only records whose key is not there yet are made, what the tenant has stays as it
/// is.
///
/// @param header field names; a reference names the field it is looked up by (`dealer.code`), one
///   that may point at several objects the object too (`target.store.code`)
public record SeedTable(String file, String object, List<String> header, List<Row> rows) {
  /// Folder and suffix of the files.
  static final String FOLDER = "data/";

  static final String SUFFIX = ".csv";

  public SeedTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /// One record.
  ///
  /// @param line where it begins in the file
  /// @param columns where each value begins in its line
  public record Row(int line, List<Integer> columns, List<String> values) {
    public Row {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }
  }

  /// The place of a value.
  public SourceLocation at(Row row, int column) {
    return new SourceLocation(file, row.line(), row.columns().get(column));
  }

  /// The place of a column's name.
  public SourceLocation atHeader(int column) {
    int before = header.subList(0, column).stream().mapToInt(name -> name.length() + 1).sum();
    return new SourceLocation(file, 1, before + 1);
  }
}
