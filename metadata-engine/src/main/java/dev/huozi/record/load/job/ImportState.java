package dev.huozi.record.load.job;

import java.util.Arrays;
import java.util.List;

/// Where an import stands.
public enum ImportState {
  /// The file is arriving.
  UPLOADING,
  /// It waits for its mapping to be confirmed.
  READY,
  /// A dry run is under way.
  CHECKING,
  CHECKED,
  RUNNING,
  /// To be stopped after the present chunk.
  PAUSING,
  PAUSED,
  CANCELLING,
  /// Stopped for good; what was written stays until it is undone.
  CANCELLED,
  DONE,
  /// Given up after several attempts.
  FAILED,
  UNDOING,
  UNDONE;

  /// As it is stored and told.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static ImportState of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }

  /// True while a node works on it or should.
  public boolean isAtWork() {
    return switch (this) {
      case CHECKING, RUNNING, PAUSING, CANCELLING, UNDOING -> true;
      case UPLOADING, READY, CHECKED, PAUSED, CANCELLED, DONE, FAILED, UNDONE -> false;
    };
  }

  static List<String> codes(ImportState... states) {
    return Arrays.stream(states).map(ImportState::code).toList();
  }
}
