package dev.huozi.sample.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.bench.CpuClock;
import dev.huozi.sample.client.ApiProblem;
import dev.huozi.sample.client.HuoziClient;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// W8: a field is added to the large object while 16 readers ask for W2.
final class FieldBench {
  private static final int ROUNDS = 5;
  private static final int READERS = 16;
  private static final Duration READING = Duration.ofSeconds(4);
  private static final long HEAD_START_MILLIS = 1_500;

  private final PrintStream out;
  private final HuoziClient admin;
  private final Rows rows;

  FieldBench(PrintStream out, HuoziClient admin, Rows rows) {
    this.out = out;
    this.admin = admin;
    this.rows = rows;
  }

  /// @param reading W2
  void run(Load load, CpuClock server, Operation reading) throws SQLException {
    List<Double> visible = new ArrayList<>();
    List<Double> byHand = new ArrayList<>();
    double slowest = 0;
    int answers = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      CompletableFuture<Load.Cost> readers =
          CompletableFuture.supplyAsync(
              () -> load.run(server, reading.huozi(), READERS, READING, new AtomicInteger()),
              Thread::startVirtualThread);
      pause(HEAD_START_MILLIS);
      visible.add(addField("added_" + round));
      Load.Cost cost = readers.join();
      slowest = Math.max(slowest, cost.percentile(1));
      answers += cost.requests();
      byHand.add(rows.addColumn("added_" + round));
    }
    out.printf(
        Locale.ROOT,
        "W8   a field more, until the API answers with it: %s ms (by hand, the bare statement: %s ms);%n"
            + "     meanwhile %d answers to 16 readers of W2, none failed, the slowest after %.0f ms%n",
        figures(visible),
        figures(byHand),
        answers,
        slowest);
  }

  /// Milliseconds from the request to publish until the API reads the field.
  private double addField(String name) {
    JsonNode object = admin.get("/api/meta/object/deal", Map.of());
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
    admin.post("/api/meta/publish", request);
    while (!isVisible(name)) {
      pause(2);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private boolean isVisible(String field) {
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
