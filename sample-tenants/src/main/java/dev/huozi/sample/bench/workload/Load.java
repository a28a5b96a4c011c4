package dev.huozi.sample.bench.workload;

import dev.huozi.sample.bench.CpuClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Sends requests with several clients at once for a while and says what they cost.
final class Load {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CpuClock database;

  /// @param database clock of the PostgreSQL that the servers share
  Load(CpuClock database) {
    this.database = database;
  }

  /// What some requests cost.
  ///
  /// @param latencies of each request in ms, sorted
  /// @param serverCpu seconds of the server's processor time
  /// @param databaseCpu seconds of PostgreSQL's
  /// @param seconds by the clock
  record Cost(double[] latencies, double serverCpu, double databaseCpu, double seconds) {
    int requests() {
      return latencies.length;
    }

    /// Processor time of server and database for one request, in ms.
    double cpuMillis() {
      return (serverCpu + databaseCpu) * 1000 / requests();
    }

    double percentile(double share) {
      return latencies[(int) Math.min(requests() - 1.0, Math.floor(requests() * share))];
    }

    double perSecond() {
      return requests() / seconds;
    }

    Cost and(Cost other) {
      double[] all = Arrays.copyOf(latencies, latencies.length + other.latencies.length);
      System.arraycopy(other.latencies, 0, all, latencies.length, other.latencies.length);
      Arrays.sort(all);
      return new Cost(
          all,
          serverCpu + other.serverCpu,
          databaseCpu + other.databaseCpu,
          seconds + other.seconds);
    }
  }

  /// @param from number of the first request; the requests of one operation are numbered through
  Cost run(
      CpuClock server,
      IntFunction<HttpRequest> requests,
      int clients,
      Duration time,
      AtomicInteger from) {
    Queue<Double> latencies = new ConcurrentLinkedQueue<>();
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    double serverBefore = server.seconds();
    double databaseBefore = database.seconds();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < end && failures.isEmpty()) {
                  long start = System.nanoTime();
                  String failure = send(requests.apply(from.getAndIncrement()));
                  latencies.add((System.nanoTime() - start) / 1e6);
                  if (failure != null) {
                    failures.add(failure);
                  }
                }
              }));
    }
    threads.forEach(Load::join);
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.element());
    }
    double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Cost(
        sorted,
        server.seconds() - serverBefore,
        database.seconds() - databaseBefore,
        (System.nanoTime() - began) / 1e9);
  }

  /// What went wrong, or null.
  private @Nullable String send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() < 300
          ? null
          : request.method()
              + " "
              + request.uri()
              + " answered "
              + response.statusCode()
              + ": "
              + response.body();
    } catch (IOException e) {
      return request.uri() + ": " + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
