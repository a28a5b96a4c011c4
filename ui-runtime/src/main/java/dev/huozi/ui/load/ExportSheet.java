package dev.huozi.ui.load;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table that is being written, row after row.
interface ExportSheet extends AutoCloseable {
  void header(List<String> names) throws IOException;

  /// @param values in the shapes of `RecordView`, picklists and references as texts; blank is null
  void row(List<? extends @Nullable Object> values) throws IOException;

  @Override
  void close() throws IOException;
}
