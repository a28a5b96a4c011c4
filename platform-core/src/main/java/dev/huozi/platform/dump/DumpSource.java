package dev.huozi.platform.dump;

import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import java.io.OutputStream;

/// Where a tenant's rows come from.
public interface DumpSource {
  DumpManifest manifest();

  /// Writes the rows of the next table in PostgreSQL's binary COPY format. Called for every table
  /// of the manifest, in its order. `sink` stays open.
  void copy(DumpedTable table, OutputStream sink);

  /// After the last table: fails when the source holds more, or less, than it said.
  default void end() {}
}
