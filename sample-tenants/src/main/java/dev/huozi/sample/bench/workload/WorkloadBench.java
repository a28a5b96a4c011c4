package dev.huozi.sample.bench.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.bench.BenchServer;
import dev.huozi.sample.bench.BenchTenant;
import dev.huozi.sample.bench.CpuClock;
import dev.huozi.sample.client.HuoziClient;
import dev.huozi.sample.client.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// `./huozi bench workload [rows]`: W1 to W9c, Huozi beside the limit, in one run.
public final class WorkloadBench {
  private static final String TENANT = "workload";
  private static final List<String> PACK =
      List.of(
          "pack.yaml",
          "objects/client.object.yaml",
          "objects/deal.object.yaml",
          "optionsets/deal_stage.optionset.yaml",
          "optionsets/trade.optionset.yaml");
  private static final int CLIENTS = 16;
  private static final int ROUNDS = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURE = Duration.ofSeconds(4);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final int CHANGEABLE = 200_000;

  private final PrintStream out;
  private final int rows;
  private final List<String> only;

  /// @param rows of each of the two tables
  /// @param only names of the operations to measure; empty for all
  public WorkloadBench(PrintStream out, int rows, List<String> only) {
    this.out = out;
    this.rows = rows;
    this.only = List.copyOf(only);
  }

  public void run() {
    try (BenchServer bench = BenchServer.start()) {
      ServerProcess server = bench.process();
      HuoziClient admin = new BenchTenant(TENANT).found(server);
      prepare(admin);
      String token = token(server);
      try (Rows table = new Rows(server.databaseUrl(), TENANT)) {
        say("making %,d clients and %,d deals, twice", rows, rows);
        table.makeByHand(rows, rows);
        table.copyIntoTenant();
        measure(bench, table, token, admin);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(BenchServer bench, Rows table, String token, HuoziClient admin)
      throws SQLException {
    ServerProcess server = bench.process();
    int port = ServerProcess.freePort();
    Process byHand = baseline(port, server.databaseUrl());
    try {
      URI other = URI.create("http://127.0.0.1:" + port);
      Workload workload =
          new Workload(
              server.url(),
              other,
              token,
              table.ids("select id from bench.client limit 1000"),
              table.ids("select id from bench.deal order by id limit " + CHANGEABLE),
              table.ids("select id from bench.person"));
      Load load = new Load(new CpuClock(server.databasePid()));
      CpuClock mine = new CpuClock(server.process().pid());
      CpuClock limit = new CpuClock(byHand.pid());
      head();
      List<Operation> operations = workload.operations();
      for (Operation operation : operations) {
        if (only.isEmpty() || only.contains(operation.name())) {
          measure(operation, load, mine, limit);
        }
      }
      if (only.isEmpty() || only.contains("W8")) {
        Operation reading =
            operations.stream().filter(each -> each.name().equals("W2")).findFirst().orElseThrow();
        measureField(bench, table, admin, load, reading);
      }
      out.printf(
          Locale.ROOT,
          "%nmost memory: Huozi %d MB, by hand %d MB%n",
          mine.peakMegabytes(),
          limit.peakMegabytes());
    } finally {
      byHand.destroy();
    }
  }

  private void measureField(
      BenchServer bench, Rows table, HuoziClient admin, Load load, Operation reading)
      throws SQLException {
    try (BenchServer second = bench.another()) {
      HuoziClient there = new BenchTenant(TENANT).administrator(second.process());
      new FieldBench(out, List.of(bench.process(), second.process()), List.of(admin, there), table)
          .run(load, reading);
    }
  }

  private void head() {
    out.printf(
        "%n%-4s %-48s %21s %21s %7s %7s %s%n",
        "", "", "Huozi CPU ms", "by hand CPU ms", "CPU", "time", "p50/p99 ms at 1, 16, 64 clients");
    out.printf(
        "%-4s %-48s %21s %21s %7s %7s%n",
        "", "", "(server + database)", "(server + database)", "ratio", "ratio");
  }

  private void measure(Operation operation, Load load, CpuClock mine, CpuClock limit) {
    AtomicInteger here = new AtomicInteger();
    AtomicInteger there = new AtomicInteger();
    IntFunction<HttpRequest> huozi = operation.huozi();
    load.run(limit, operation.byHand(), CLIENTS, WARM_UP, there);
    load.run(mine, huozi, CLIENTS, WARM_UP, here);
    List<Load.Cost> ours = new ArrayList<>();
    List<Load.Cost> theirs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(load.run(mine, huozi, CLIENTS, MEASURE, here));
      theirs.add(load.run(limit, operation.byHand(), CLIENTS, MEASURE, there));
    }
    Load.Cost our = ours.stream().reduce(Load.Cost::and).orElseThrow();
    Load.Cost their = theirs.stream().reduce(Load.Cost::and).orElseThrow();
    Load.Cost one = load.run(mine, huozi, 1, SHORT, here);
    Load.Cost many = load.run(mine, huozi, 64, SHORT, here);
    out.printf(
        Locale.ROOT,
        "%-4s %-48s %21s %21s %7.2f %7.2f %s %s %s%n",
        operation.name(),
        operation.what(),
        cpu(our, operation),
        cpu(their, operation),
        our.cpuMillis() / their.cpuMillis(),
        their.perSecond() / our.perSecond(),
        latency(one),
        latency(our),
        latency(many));
    if (operation.rows() > 1) {
      out.printf(
          Locale.ROOT,
          "     %,.0f rows/s; by hand %,.0f rows/s%n",
          our.perSecond() * operation.rows(),
          their.perSecond() * operation.rows());
    }
  }

  private static String cpu(Load.Cost cost, Operation operation) {
    double each = 1000.0 / cost.requests() / operation.rows();
    return "%.3f (%.3f + %.3f)"
        .formatted(
            cost.cpuMillis() / operation.rows(),
            cost.serverCpu() * each,
            cost.databaseCpu() * each);
  }

  private static String latency(Load.Cost cost) {
    return String.format(Locale.ROOT, "%.1f/%.1f", cost.percentile(0.5), cost.percentile(0.99));
  }

  /// Applies the pack and makes the people.
  static void prepare(HuoziClient admin) {
    Map<String, String> files =
        PACK.stream().collect(Collectors.toMap(Function.identity(), WorkloadBench::text));
    admin.post("/api/packs/apply", BenchTenant.pack(files));
    admin.post(
        "/api/accounts",
        HuoziClient.object()
            .put("user", "rep")
            .put("name", "Rep")
            .put("role", "user")
            .put("password", BenchTenant.PASSWORD)
            .put("locale", "zh-CN"));
    ObjectNode people = HuoziClient.object();
    for (int i = 2; i < Rows.OWNERS; i++) {
      people.withArray("records").addObject().put("name", "Owner " + i);
    }
    admin.post("/api/bulk/user", people);
  }

  private static String token(ServerProcess server) {
    return HuoziClient.of(server.url())
        .post(
            "/api/session",
            HuoziClient.object()
                .put("tenant", TENANT)
                .put("user", "rep")
                .put("password", BenchTenant.PASSWORD))
        .path("token")
        .asText();
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(WorkloadBench.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process baseline(int port, String databaseUrl) {
    try {
      Process process =
          new ProcessBuilder(
                  ServerProcess.java(),
                  "-Xmx512m",
                  "-XX:+UseCompactObjectHeaders",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Baseline.class.getName(),
                  Integer.toString(port),
                  databaseUrl)
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      BufferedReader lines = process.inputReader();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("ready")) {
          Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
          return process;
        }
      }
      throw new IllegalStateException("The server written by hand did not start.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(String text, Object... values) {
    out.printf(text + "%n", values);
  }
}
