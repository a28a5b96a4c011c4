package dev.huozi.sample.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.bench.BenchServer;
import dev.huozi.sample.bench.BenchTenant;
import dev.huozi.sample.client.HuoziClient;
import dev.huozi.sample.client.ServerProcess;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// `./huozi bench formula-sql [rows]`: lists that filter and sort by a formula over a lookup,
/// computed on the way and stored; writes with five stored formulas; filling the rows that are
/// there beside one UPDATE. One client, one request after the other.
public final class FormulaSqlBench {
  private static final String TENANT = "workload";
  private static final int ROUNDS = 41;
  private static final int COLD = 11;
  private static final int CHANGES = 600;
  private static final String FIELDS =
      "name,client,owner,stage,amount,close_date,probability,quantity,discount,product,source,next_step";

  /// Over the client: his score weighs the deal.
  private static final String WEIGHT = "amount * probability * client.score";

  private final PrintStream out;
  private final int rows;

  public FormulaSqlBench(PrintStream out, int rows) {
    this.out = out;
    this.rows = rows;
  }

  public void run() {
    try (BenchServer bench = BenchServer.start()) {
      ServerProcess server = bench.process();
      HuoziClient admin = new BenchTenant(TENANT).found(server);
      WorkloadBench.prepare(admin);
      HuoziClient rep = HuoziClient.of(server.url()).logIn(TENANT, "rep", BenchTenant.PASSWORD);
      try (Rows table = new Rows(server.databaseUrl(), TENANT)) {
        out.printf("making %,d clients and %,d deals%n%n", rows, rows);
        table.makeByHand(rows, rows);
        table.copyIntoTenant();
        measure(admin, rep, table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(HuoziClient admin, HuoziClient rep, Rows table) throws SQLException {
    List<String> deals = table.ids("select id from bench.deal order by id limit " + 4 * CHANGES);
    lists("W2 (a column)", rep, "amount", "10000");
    changes("W4", rep, deals.subList(0, CHANGES));
    publish(admin, List.of(formula("weight", "currency", WEIGHT, false)), List.of());
    lists("the same over a virtual formula", rep, "weight", "100000");
    double update = table.updateByHand();
    out.printf(Locale.ROOT, "%none UPDATE by hand: %.0f ms%n", update);
    List<Double> waits = new ArrayList<>();
    AtomicBoolean filling = new AtomicBoolean(true);
    List<String> meanwhile = deals.subList(2 * CHANGES, 4 * CHANGES);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < meanwhile.size() && filling.get(); i++) {
                waits.add(millis(rep, meanwhile.get(i), i));
              }
            },
            Thread::startVirtualThread);
    long began = System.nanoTime();
    publish(
        admin,
        List.of(formula("weight", "currency", WEIGHT, true)),
        List.of(List.of("owner", "weight"), List.of("weight")));
    double filled = (System.nanoTime() - began) / 1e6;
    filling.set(false);
    writer.join();
    out.printf(
        Locale.ROOT,
        "publishing the stored one with two indexes, all rows filled: %.0f ms; meanwhile %d changes of deals, the slowest %.0f ms%n%n",
        filled,
        waits.size(),
        Collections.max(waits));
    table.analyze();
    lists("the same, stored and indexed", rep, "weight", "100000");
    publish(
        admin,
        List.of(
            formula("weight", "currency", WEIGHT, true),
            formula("net", "currency", "amount * (1 - discount)", true),
            formula("chance", "text", "IF(probability > 0.5, 'high', 'low')", true),
            formula("title", "text", "name & ' ' & client.name", true),
            formula("month", "number", "MONTH(close_date)", true)),
        List.of(List.of("owner", "weight"), List.of("weight")));
    changes("W4 with five stored formulas", rep, deals.subList(CHANGES, 2 * CHANGES));
  }

  private void lists(String what, HuoziClient rep, String field, String over) {
    String open = "stage in (\"active\", \"nego\") and " + field + " > " + over;
    for (String filter : List.of(open + " and owner = $User", open)) {
      Map<String, String> query =
          Map.of("fields", FIELDS, "filter", filter, "sort", "-" + field, "limit", "25");
      List<Double> all = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        long began = System.nanoTime();
        rep.get("/api/data/deal", query);
        all.add((System.nanoTime() - began) / 1e6);
      }
      print(what + (filter.equals(open) ? ", everybody's" : ", mine"), all.subList(COLD, ROUNDS));
    }
  }

  private void changes(String what, HuoziClient rep, List<String> deals) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < deals.size(); i++) {
      all.add(millis(rep, deals.get(i), i));
    }
    print(what, all.subList(all.size() / 3, all.size()));
  }

  private static double millis(HuoziClient rep, String deal, int n) {
    long began = System.nanoTime();
    rep.patch(
        "/api/data/deal/" + deal,
        HuoziClient.object().put("amount", 5000 + n).put("next_step", "Offer " + n),
        1);
    return (System.nanoTime() - began) / 1e6;
  }

  private void print(String what, List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    out.printf(
        Locale.ROOT,
        "%-48s p50 %8.1f ms   p90 %8.1f ms%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 9 / 10));
  }

  private static ObjectNode formula(String name, String result, String expr, boolean stored) {
    ObjectNode field = HuoziClient.object().put("name", name).put("type", "formula");
    field.putObject("label").put("zh", name).put("en", name);
    field.put("expr", expr).put("result", result);
    if (result.equals("currency")) {
      field.put("scale", 2);
    }
    if (stored) {
      field.put("stored", true);
    }
    return field;
  }

  /// Publishes the deal with these formulas in the place of those that it has.
  private static void publish(
      HuoziClient admin, List<ObjectNode> formulas, List<List<String>> indexes) {
    JsonNode object = admin.get("/api/meta/object/deal", Map.of());
    ObjectNode body = object.path("body").deepCopy();
    ArrayNode fields = body.putArray("fields");
    object
        .path("body")
        .path("fields")
        .forEach(field -> {
          if (!field.path("type").asText().equals("formula")) {
            fields.add(field);
          }
        });
    formulas.forEach(fields::add);
    ArrayNode all = body.putArray("indexes");
    all.addArray().add("owner").add("close_date");
    all.addArray().add("close_date");
    for (List<String> index : indexes) {
      ArrayNode one = all.addArray();
      index.forEach(one::add);
    }
    ObjectNode request = HuoziClient.object();
    request.put("baseVersion", object.path("version").asLong()).put("reason", "formula-sql");
    request
        .putArray("changes")
        .addObject()
        .putObject("put")
        .put("kind", "object")
        .set("body", body);
    admin.post("/api/meta/publish", request);
  }
}
