package dev.huozi.platform.dump;

import dev.huozi.platform.dump.CopyProgress.Step;
import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Passes the rows of a table on and tells how far they are, as their bytes let guess.
public final class Counted extends FilterOutputStream {
  private static final long EVERY = 1024 * 1024;

  private final DumpedTable table;
  private final long before;
  private final long total;
  private final CopyProgress progress;
  private long bytes;
  private long told;

  /// @param before rows of the tables before this one
  /// @param total rows of all tables
  public Counted(
      OutputStream sink, DumpedTable table, long before, long total, CopyProgress progress) {
    super(sink);
    this.table = table;
    this.before = before;
    this.total = total;
    this.progress = progress;
  }

  @Override
  public void write(byte[] part, int offset, int length) throws IOException {
    out.write(part, offset, length);
    bytes += length;
    if (bytes - told >= EVERY) {
      told = bytes;
      double share = table.bytes() <= 0 ? 0 : Math.min(1, (double) bytes / table.bytes());
      progress.at(Step.COPYING, before + (long) (table.rows() * share), total);
    }
  }
}
