package dev.huozi.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Runs the same work on many threads at once.
final class ParallelRuns {
  private ParallelRuns() {}

  /// What came of one run: its answer, or what it threw.
  record Run<T>(@Nullable T answer, @Nullable RuntimeException failure) {
    boolean isDone() {
      return failure == null;
    }
  }

  /// All threads begin together.
  static <T> List<Run<T>> of(int threads, IntFunction<T> work) {
    CountDownLatch begin = new CountDownLatch(1);
    try (var executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Run<T>>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        futures.add(
            executor.submit(() -> {
              begin.await();
              try {
                return new Run<>(work.apply(number), null);
              } catch (RuntimeException e) {
                return new Run<T>(null, e);
              }
            }));
      }
      begin.countDown();
      List<Run<T>> runs = new ArrayList<>();
      for (Future<Run<T>> future : futures) {
        runs.add(future.get());
      }
      return runs;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
