package dev.huozi.record.load.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table in a file, read once from top to bottom. The first row names the columns.
public interface Sheet extends AutoCloseable {
  /// Columns of a table.
  int MOST_COLUMNS = 1_000;

  /// Characters of one row.
  int LONGEST_ROW = 1_000_000;

  /// The names of the columns, trimmed, each once.
  List<String> header();

  /// The next row that is not blank; null at the end.
  @Nullable SheetRow next();

  @Override
  void close();
}
