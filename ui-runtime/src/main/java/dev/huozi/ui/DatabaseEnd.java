package dev.huozi.ui;

import dev.huozi.platform.database.embedded.EmbeddedPostgres;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Closes the embedded database after the server, however the program ends. On a signal the JVM
/// lives as long as its shutdown hooks; the one of Quarkus ends with the server and does not wait
/// for what the main thread does after that, so a hook of ours does.
final class DatabaseEnd {
  /// A server that has not stopped after this time is no longer waited for.
  private static final long LONGEST_STOP_SECONDS = 45;

  private final EmbeddedPostgres database;
  private final CountDownLatch closed = new CountDownLatch(1);

  private DatabaseEnd(EmbeddedPostgres database) {
    this.database = database;
  }

  static DatabaseEnd of(EmbeddedPostgres database) {
    DatabaseEnd end = new DatabaseEnd(database);
    Runtime.getRuntime().addShutdownHook(new Thread(end::await, "database-end"));
    return end;
  }

  /// Closes the database; the server uses it no longer.
  void close() {
    database.close();
    closed.countDown();
  }

  private void await() {
    try {
      if (!closed.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        database.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
