package dev.huozi.sample.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.bench.CpuClock;
import dev.huozi.sample.client.ApiProblem;
import dev.huozi.sample.client.HuoziClient;
import dev.huozi.sample.client.ServerProcess;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// W8: a field is added to the large object while 16 readers ask several servers for W2; until the
/// last of the servers answers with the field.
final class FieldBench {
  private static final int ROUNDS = 9;

  /// Rounds that warm the servers.
  private static final int COLD = 2;

  private static final int READERS = 16;
  private static final Duration READING = Duration.ofSeconds(4);
  private static final long HEAD_START_MILLIS = 1_500;

  private final PrintStream out;
  private final List<ServerProcess> servers;
  private final List<HuoziClient> admins;
  private final Rows rows;

  /// @param servers on one database
  /// @param admins of the tenant, one for each server
  FieldBench(PrintStream out, List<ServerProcess> servers, List<HuoziClient> admins, Rows rows) {
    this.out = out;
    this.servers = List.copyOf(servers);
    this.admins = List.copyOf(admins);
    this.rows = rows;
  }

  /// @param reading W2
  void run(Load load, Operation reading) throws SQLException {
    CpuClock clock = new CpuClock(servers.getFirst().process().pid());
    List<Double> published = new ArrayList<>();
    List<Double> visible = new ArrayList<>();
    List<Double> byHand = new ArrayList<>();
    List<Double> slowest = new ArrayList<>();
    List<Double> usual = new ArrayList<>();
    int answers = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      CompletableFuture<Load.Cost> readers =
          CompletableFuture.supplyAsync(
              () -> load.run(clock, everywhere(reading), READERS, READING, new AtomicInteger()),
              Thread::startVirtualThread);
      pause(HEAD_START_MILLIS);
      Added added = addField("added_" + round);
      Load.Cost cost = readers.join();
      byHand.add(rows.addColumn("added_" + round));
      published.add(added.answered());
      visible.add(Collections.max(added.visible()));
      slowest.add(cost.percentile(1));
      usual.add(cost.percentile(0.5));
      answers += cost.requests();
    }
    out.printf(
        Locale.ROOT,
        "W8   a field more, until each of %d servers answers with it: %s ms (cold: %s),%n"
            + "     of that until the request to publish is answered: %s ms; the bare statement by hand: %s ms;%n"
            + "     meanwhile %d answers to 16 readers of W2, none failed, usually after %s ms, the slowest after %s ms%n",
        servers.size(),
        figures(warm(visible)),
        figures(visible.subList(0, COLD)),
        figures(warm(published)),
        figures(warm(byHand)),
        answers,
        figures(warm(usual)),
        figures(warm(slowest)));
  }

  private static List<Double> warm(List<Double> all) {
    return all.subList(COLD, all.size());
  }

  /// The request, to one server after the other.
  private IntFunction<HttpRequest> everywhere(Operation reading) {
    return n -> {
      HttpRequest request = reading.huozi().apply(n);
      URI uri = request.uri();
      URI server = servers.get(n % servers.size()).url();
      return HttpRequest.newBuilder(request, (_, _) -> true)
          .uri(server.resolve(uri.getRawPath() + "?" + uri.getRawQuery()))
          .build();
    };
  }

  /// Milliseconds since the request to publish was sent.
  ///
  /// @param answered until it was answered
  /// @param visible until each server read the field
  private record Added(double answered, List<Double> visible) {}

  private Added addField(String name) {
    JsonNode object = admins.getFirst().get("/api/meta/object/deal", Map.of());
    ObjectNode body = object.path("body").deepCopy();
    ObjectNode field = body.withArray("fields").addObject().put("name", name).put("type", "text");
    field.putObject("label").put("zh", name).put("en", name);
    ObjectNode request = HuoziClient.object();
    request.put("baseVersion", object.path("version").asLong()).put("reason", "W8");
    request
        .putArray("changes")
        .addObject()
        .putObject("put")
        .put("kind", "object")
        .set("body", body);
    long began = System.nanoTime();
    List<CompletableFuture<Double>> seen =
        admins.stream()
            .map(admin ->
                CompletableFuture.supplyAsync(
                    () -> awaitField(admin, name, began), Thread::startVirtualThread))
            .toList();
    admins.getFirst().post("/api/meta/publish", request);
    double answered = since(began);
    return new Added(answered, seen.stream().map(CompletableFuture::join).toList());
  }

  private static double awaitField(HuoziClient admin, String name, long began) {
    while (!isVisible(admin, name)) {
      pause(5);
    }
    return since(began);
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  private static boolean isVisible(HuoziClient admin, String field) {
    try {
      admin.get("/api/data/deal", Map.of("fields", field, "limit", "1"));
      return true;
    } catch (ApiProblem problem) {
      if (problem.status() != 400) {
        throw problem;
      }
      return false;
    }
  }

  private static String figures(List<Double> values) {
    return String.join(
        ", ", values.stream().map(value -> String.format(Locale.ROOT, "%.0f", value)).toList());
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
