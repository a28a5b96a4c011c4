package dev.huozi.record.load.job;

import dev.huozi.record.load.job.ImportLine.Note;
import java.util.List;
import java.util.Map;

/// Ends a transaction on purpose without keeping it.
final class RolledBack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<Integer, List<Note>> refused;

  /// @param refused what was learnt from it
  RolledBack(Map<Integer, List<Note>> refused) {
    super("Not to be kept.", null, false, false);
    this.refused = refused;
  }

  Map<Integer, List<Note>> refused() {
    return refused;
  }
}
