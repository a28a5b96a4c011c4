package dev.huozi.sample.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.client.HuoziClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The questions W1 to W9c as requests to both servers.
final class Workload {
  /// Records of one bulk request.
  static final int BULK = 1_000;

  private static final String FIELDS =
      "name,client,owner,stage,amount,close_date,probability,quantity,discount,product,source,next_step";
  private static final String OVER = "50000";
  private static final String FROM = "2025-10-01";
  private static final String TO = "2026-01-01";
  private static final int DEPTH = 100_000;
  private static final int PAGE = 200;

  private final URI huozi;
  private final URI byHand;
  private final String token;
  private final HuoziClient client;
  private final List<String> clients;
  private final List<String> deals;
  private final List<String> owners;

  /// @param deals ids of deals that nobody has changed yet
  Workload(
      URI huozi,
      URI byHand,
      String token,
      List<String> clients,
      List<String> deals,
      List<String> owners) {
    this.huozi = huozi;
    this.byHand = byHand;
    this.token = token;
    this.client = HuoziClient.of(huozi).withToken(token);
    this.clients = List.copyOf(clients);
    this.deals = List.copyOf(deals);
    this.owners = List.copyOf(owners);
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(
        reading(
            "W1",
            "one deal with the names of its client and owner",
            n -> "/api/data/deal/" + deal(n),
            n -> "/deal/" + deal(n)));
    all.add(
        reading(
            "W2",
            "my open deals over an amount, 25 rows, 12 columns",
            _ -> list("deal", Map.of("fields", FIELDS, "filter", mine(), "sort", "-close_date")),
            _ -> "/mine?over=" + OVER));
    all.add(
        writing("W3", "create a deal", "POST", _ -> "/api/data/deal", _ -> "/deal", this::fresh));
    all.add(
        writing(
            "W4",
            "change two fields of a deal",
            "PATCH",
            n -> "/api/data/deal/" + deal(n),
            n -> "/deal/" + deal(n),
            Workload::change));
    all.add(
        new Operation(
            "W5",
            "create deals, 1,000 in a request (by row)",
            n -> body(huozi, "/api/bulk/deal", "POST", many(n)),
            n -> body(byHand, "/bulk", "POST", many(n)),
            BULK));
    all.add(
        reading(
            "W6",
            "a quarter's count and sum of mine, by stage",
            _ -> quarter(),
            _ -> "/sums?from=" + FROM + "&to=" + TO));
    for (String text : List.of("金穗钢铁", "物流", "瑞")) {
      all.add(
          reading(
              "W7",
              "clients whose name contains " + text,
              _ -> list("client", Map.of("fields", "name,city,code", "filter", contains(text))),
              _ -> "/find?q=" + HuoziClient.encode(text)));
    }
    all.add(deep());
    return all;
  }

  private Operation reading(
      String name, String what, Function<Integer, String> path, Function<Integer, String> other) {
    return new Operation(
        name,
        what,
        n -> Operation.request(huozi, path.apply(n), token).build(),
        n -> Operation.request(byHand, other.apply(n), token).build(),
        1);
  }

  private Operation writing(
      String name,
      String what,
      String method,
      Function<Integer, String> path,
      Function<Integer, String> other,
      Function<Integer, ObjectNode> values) {
    return new Operation(
        name,
        what,
        n -> body(huozi, path.apply(n), method, values.apply(n)),
        n -> body(byHand, other.apply(n), method, values.apply(n)),
        1);
  }

  private HttpRequest body(URI server, String path, String method, JsonNode body) {
    return Operation.request(server, path, token)
        .header("Content-Type", "application/json")
        .header("If-Match", "\"1\"")
        .method(method, BodyPublishers.ofString(body.toString()))
        .build();
  }

  private String deal(int n) {
    return deals.get(n % deals.size());
  }

  private ObjectNode fresh(int n) {
    return HuoziClient.object()
        .put("name", "New deal " + n)
        .put("client", clients.get(n % clients.size()))
        .put("owner", owners.get(n % owners.size()))
        .put("stage", "active")
        .put("amount", 1000 + n % 100_000)
        .put("close_date", "2026-%02d-%02d".formatted(1 + n % 12, 1 + n % 28))
        .put("probability", 0.25)
        .put("next_step", "Call back");
  }

  private static ObjectNode change(int n) {
    return HuoziClient.object().put("amount", 5000 + n).put("next_step", "Offer " + n);
  }

  private ObjectNode many(int n) {
    ObjectNode body = HuoziClient.object();
    ArrayNode records = body.putArray("records");
    for (int i = 0; i < BULK; i++) {
      ObjectNode one = fresh(n * BULK + i);
      one.remove(List.of("probability", "next_step"));
      records.add(one);
    }
    return body;
  }

  private static String mine() {
    return "stage in (\"active\", \"nego\") and amount > " + OVER + " and owner = $User";
  }

  private static String quarter() {
    String filter =
        "owner = $User and close_date >= DATE(%s) and close_date < DATE(%s)"
            .formatted(comma(FROM), comma(TO));
    return "/api/data/deal/summary?group=stage&measure="
        + HuoziClient.encode("count,sum(amount)")
        + "&filter="
        + HuoziClient.encode(filter);
  }

  /// A date as the three arguments of DATE.
  private static String comma(String date) {
    return date.replace("-0", ", ").replace("-", ", ");
  }

  private static String contains(String text) {
    return "CONTAINS(name, \"" + text + "\")";
  }

  private static String list(String object, Map<String, String> query) {
    StringBuilder path = new StringBuilder("/api/data/" + object + "?limit=25");
    new TreeMap<>(query)
        .forEach((name, value) ->
            path.append('&').append(name).append('=').append(HuoziClient.encode(value)));
    return path.toString();
  }

  /// The page behind the first 100,000 deals, by the cursor that paging there gave.
  private Operation deep() {
    Map<String, String> query = new TreeMap<>();
    query.put("fields", "id,close_date");
    query.put("sort", "-close_date");
    query.put("limit", Integer.toString(PAGE));
    JsonNode page = client.get("/api/data/deal", query);
    for (int seen = PAGE; seen < DEPTH && page.hasNonNull("next"); seen += PAGE) {
      query.put("cursor", page.path("next").asText());
      page = client.get("/api/data/deal", query);
    }
    JsonNode last = page.path("records").path(page.path("records").size() - 1);
    // The cursor is bound to filter and sort, not to the fields.
    String path =
        list(
            "deal",
            Map.of("fields", FIELDS, "sort", "-close_date", "cursor", page.path("next").asText()));
    String other =
        "/deep?date=" + last.path("close_date").asText() + "&id=" + last.path("id").asText();
    return reading("W9c", "25 deals behind the first 100,000", _ -> path, _ -> other);
  }
}
