package dev.huozi.platform.notification;

import java.util.function.Consumer;

/// Hears what other nodes tell through PostgreSQL's NOTIFY. Hints only: what was said while the
/// connection was away is lost, and `onReconnect` says that something may have been missed.
public interface Notifications {
  /// The channel on which a new metadata version is told, as `<tenant id>:<version>`.
  String METADATA = "huozi_metadata";

  /// Calls `listener` with each message of `channel`. Both are called on a virtual thread of their
  /// own.
  ///
  /// @param onReconnect also called once when listening begins
  void subscribe(String channel, Consumer<String> listener, Runnable onReconnect);
}
