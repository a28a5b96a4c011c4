package dev.huozi.record.load.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Beats beside the work on a job, so that a chunk may last longer than the lease, and the lease
/// may be so short that the job of a dead server goes on at once.
final class ImportHeart implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ImportHeart.class);
  private static final int SECONDS = ImportDesk.LEASE_SECONDS / 3;

  private final ImportHold hold;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread beats;

  ImportHeart(ImportHold hold) {
    this.hold = hold;
    this.beats = Thread.ofVirtual().name("import-heart-" + hold.job().id()).start(this::beat);
  }

  private void beat() {
    try {
      while (!over.await(SECONDS, TimeUnit.SECONDS)) {
        keep();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    try {
      hold.keep();
    } catch (RuntimeException e) {
      LOG.debugf(e, "A heartbeat was not written: import=%s", hold.job().id());
    }
  }

  /// Waits for the beat under way: a job that is given back must not be held again.
  @Override
  public void close() {
    over.countDown();
    try {
      beats.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
