package dev.huozi.ui.command;

import java.util.Map;
import java.util.function.Supplier;

/// Shows on a terminal that something is going on, and for how long; elsewhere nothing.
final class Progress {
  private static final long TICK_MILLIS = 250;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;

  Progress(Console console) {
    this.console = console;
  }

  /// Runs the work, with the text of that key beside the seconds that have passed.
  <T> T during(String key, Supplier<T> work) {
    return during(key, work, () -> "");
  }

  /// @param detail how far it is; asked for again and again
  <T> T during(String key, Supplier<T> work, Supplier<String> detail) {
    if (console.quiet() || !Terminal.showsErrors()) {
      return work.get();
    }
    Thread ticker = Thread.ofVirtual().start(() -> tick(console.text(key, Map.of()), detail));
    try {
      return work.get();
    } finally {
      ticker.interrupt();
      join(ticker);
      console.err().print(CLEAR);
      console.err().flush();
    }
  }

  private void tick(String text, Supplier<String> detail) {
    long start = System.nanoTime();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        console.err().print(CLEAR + text + " " + seconds + " s" + detail.get());
        console.err().flush();
        Thread.sleep(TICK_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread ticker) {
    try {
      ticker.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
