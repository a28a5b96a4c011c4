package dev.huozi.sample.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.demo.DemoRecord;
import dev.huozi.sample.demo.DemoTable;
import dev.huozi.sample.demo.Link;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/// Loads tables of the demo, each record once: what is there already, by its key fields, is only
/// remembered.
public final class RecordLoader {
  private static final int CHUNK = 1_000;
  private static final int PAGE = 200;
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

  private final HuoziClient client;
  private final String batch;
  private final Map<String, String> ids = new HashMap<>();

  /// @param batch id of the batch that notes the new records, so that they can be taken back
  public RecordLoader(HuoziClient client, String batch) {
    this.client = client;
    this.batch = batch;
  }

  /// Remembers the id of a record that somebody else made.
  public void remember(String object, String key, String id) {
    ids.put(object + "/" + key, id);
  }

  /// The id of a record that was loaded or remembered.
  public String id(Link link) {
    String id = ids.get(link.object() + "/" + link.key());
    if (id == null) {
      throw new IllegalStateException(
          "Record (%s) of object (%s) is pointed at before it was loaded."
              .formatted(link.key(), link.object()));
    }
    return id;
  }

  /// Creates the records of the table that are not there yet and returns how many those were.
  ///
  /// @param progress told after each chunk how many of the table's records are there
  public int load(DemoTable table, IntConsumer progress) {
    Map<String, String> present = present(table);
    List<DemoRecord> missing = new ArrayList<>();
    for (DemoRecord record : table.records()) {
      String id = present.get(keyOf(table, record));
      if (id == null) {
        missing.add(record);
      } else {
        remember(table.object(), record.key(), id);
      }
    }
    int there = table.records().size() - missing.size();
    for (int from = 0; from < missing.size(); ) {
      List<DemoRecord> chunk = missing.subList(from, endOfChunk(missing, from));
      create(table.object(), chunk);
      from += chunk.size();
      there += chunk.size();
      progress.accept(there);
    }
    return missing.size();
  }

  /// Where a chunk that begins at `from` ends: when it is full, or before a record that points at
  /// one which is not there yet (a team at its department in the same table).
  private int endOfChunk(List<DemoRecord> records, int from) {
    int end = from + 1;
    while (end < records.size() && end - from < CHUNK && isReady(records.get(end))) {
      end++;
    }
    return end;
  }

  private boolean isReady(DemoRecord record) {
    return record.values().values().stream()
        .allMatch(value ->
            !(value instanceof Link link) || ids.containsKey(link.object() + "/" + link.key()));
  }

  private void create(String object, List<DemoRecord> chunk) {
    ObjectNode body = HuoziClient.object();
    ArrayNode records = body.putArray("records");
    chunk.forEach(record -> records.add(json(record)));
    JsonNode made = client.post("/api/bulk/" + object + "?batch=" + batch, body).path("ids");
    if (made.size() != chunk.size()) {
      throw new IllegalStateException(
          "Of (%d) new records of (%s) the server returned (%d) ids."
              .formatted(chunk.size(), object, made.size()));
    }
    for (int i = 0; i < chunk.size(); i++) {
      remember(object, chunk.get(i).key(), made.get(i).asText());
    }
  }

  private ObjectNode json(DemoRecord record) {
    ObjectNode json = HuoziClient.object();
    record.values().forEach((field, value) -> put(json, field, value));
    return json;
  }

  private void put(ObjectNode json, String field, Object value) {
    switch (value) {
      case Link link when link.polymorphic() ->
          json.putObject(field).put("object", link.object()).put("id", id(link));
      case Link link -> json.put(field, id(link));
      case BigDecimal number -> json.put(field, number);
      case Integer number -> json.put(field, number);
      case Boolean bool -> json.put(field, bool);
      default -> json.put(field, value.toString());
    }
  }

  /// Ids of the object's records by their key fields. One request when there are none.
  private Map<String, String> present(DemoTable table) {
    Map<String, String> found = new HashMap<>();
    String path = "/api/data/" + table.object();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("fields", String.join(",", table.keyFields()));
    query.put("limit", Integer.toString(PAGE));
    while (true) {
      JsonNode page = client.get(path, query);
      for (JsonNode record : page.path("records")) {
        StringJoiner key = new StringJoiner("\u0000");
        table.keyFields().forEach(field -> key.add(keyPart(record.path(field))));
        found.put(key.toString(), record.path("id").asText());
      }
      String next = page.path("next").asText("");
      if (next.isEmpty()) {
        return found;
      }
      query.put("cursor", next);
    }
  }

  private String keyOf(DemoTable table, DemoRecord record) {
    StringJoiner key = new StringJoiner("\u0000");
    for (String field : table.keyFields()) {
      Object value = record.value(field);
      key.add(
          switch (value) {
            case Link link -> id(link);
            case Integer number -> plain(BigDecimal.valueOf(number));
            case BigDecimal number -> plain(number);
            default -> value.toString();
          });
    }
    return key.toString();
  }

  private static String keyPart(JsonNode value) {
    if (value.isObject()) {
      return value.path("id").asText();
    }
    if (value.isNumber()) {
      return plain(value.decimalValue());
    }
    String text = value.asText("");
    return INSTANT.matcher(text).matches() ? Instant.parse(text).toString() : text;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
