package dev.huozi.sample.bench.packs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.bench.BenchServer;
import dev.huozi.sample.bench.BenchTenant;
import dev.huozi.sample.bench.CpuClock;
import dev.huozi.sample.bench.workload.WorkloadBench;
import dev.huozi.sample.client.HuoziClient;
import dev.huozi.sample.client.ServerProcess;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// `./huozi bench packs [rows]`: a wide pack applied beside the bare DDL, the same pack again, and
/// a field more on a large object with two servers and sixteen readers.
public final class PackBench {
  private static final int ROUNDS = 7;

  /// Rounds that the figures leave out: the server is cold.
  private static final int COLD = 2;

  private final PrintStream out;
  private final int rows;

  /// @param rows of the object that gets a field
  public PackBench(PrintStream out, int rows) {
    this.out = out;
    this.rows = rows;
  }

  public void run() {
    try (BenchServer bench = BenchServer.start()) {
      applied(bench.process());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (rows > 0) {
      new WorkloadBench(out, rows, List.of("W8")).run();
    }
  }

  /// What something cost, in ms.
  private record Cost(double wall, double server, double database) {
    double cpu() {
      return server + database;
    }
  }

  private void applied(ServerProcess server) throws SQLException {
    List<Cost> first = new ArrayList<>();
    List<Cost> again = new ArrayList<>();
    List<Cost> byHand = new ArrayList<>();
    CpuClock mine = new CpuClock(server.process().pid());
    CpuClock database = new CpuClock(server.databasePid());
    ObjectNode pack = BenchTenant.pack(WidePack.files());
    out.printf(
        "A pack of 30 objects, 600 fields, 90 lookups and 90 indexes (beside those of the lookups);%n"
            + "ms by the clock, in brackets ms of processor time (server + database)%n%n");
    out.printf("%-8s %-28s %-28s %-16s%n", "", "Huozi", "again, unchanged", "by hand");
    try (HandWritten hand = new HandWritten(server.databaseUrl())) {
      out.printf("%s%n", hand.database());
      for (int round = 1; round <= ROUNDS; round++) {
        BenchTenant tenant = new BenchTenant("wide-" + round);
        HuoziClient admin = tenant.found(server);
        first.add(cost(mine, database, () -> admin.post("/api/packs/apply", pack)));
        again.add(cost(mine, database, () -> admin.post("/api/packs/apply", pack)));
        String schema = "by_hand_" + round;
        byHand.add(cost(mine, database, () -> hand.run(WidePack.byHand(schema))));
        hand.compare(schema, tenant.code());
        print(Integer.toString(round), first.getLast(), again.getLast(), byHand.getLast());
      }
    }
    Cost usual = median(first);
    Cost bare = median(byHand);
    print("median", usual, median(again), bare);
    out.printf(
        Locale.ROOT,
        "(of rounds %d to %d) Huozi / by hand: time %.2f, processor %.2f%n",
        COLD + 1,
        ROUNDS,
        usual.wall() / bare.wall(),
        usual.cpu() / bare.cpu());
  }

  private void print(String name, Cost first, Cost again, Cost byHand) {
    out.printf(
        Locale.ROOT, "%-8s %-28s %-28s %-16s%n", name, words(first), words(again), words(byHand));
  }

  private static String words(Cost cost) {
    return String.format(
        Locale.ROOT, "%.0f (%.0f + %.0f)", cost.wall(), cost.server(), cost.database());
  }

  private static Cost median(List<Cost> costs) {
    return new Cost(
        median(costs, Cost::wall), median(costs, Cost::server), median(costs, Cost::database));
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    double[] sorted =
        costs.subList(COLD, costs.size()).stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  private static Cost cost(CpuClock server, CpuClock database, Step step) throws SQLException {
    double serverBefore = server.seconds();
    double databaseBefore = database.seconds();
    long began = System.nanoTime();
    step.run();
    double wall = (System.nanoTime() - began) / 1e6;
    return new Cost(
        wall,
        (server.seconds() - serverBefore) * 1_000,
        (database.seconds() - databaseBefore) * 1_000);
  }
}
