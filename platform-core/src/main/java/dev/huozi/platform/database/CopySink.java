package dev.huozi.platform.database;

import java.io.OutputStream;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/// What goes into one table. Closed before `finish` the rows are given up.
public final class CopySink extends OutputStream {
  private final CopyIn copy;
  private final String what;

  CopySink(CopyIn copy, String what) {
    this.copy = copy;
    this.what = what;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      copy.writeToCopy(bytes, offset, length);
    } catch (SQLException e) {
      throw SqlErrors.translate(e, what);
    }
  }

  /// Ends the rows; returns how many there were.
  public long finish() {
    try {
      return copy.endCopy();
    } catch (SQLException e) {
      throw SqlErrors.translate(e, what);
    }
  }

  @Override
  public void close() {
    if (copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException _) {
        // the server says again that the rows were given up
      }
    }
  }
}
