package dev.huozi.record.load.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.json.Json;
import dev.huozi.record.load.profile.ImportProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as it stands.
///
/// @param account who began it, and as whom it writes
/// @param file what is known of the file once it arrived
/// @param tally what became of the rows so far
/// @param problem why it stopped or waits, as JSON `{"code", "zh", "en"}`, or null
public record ImportJob(
    UUID id,
    String name,
    Instant createdAt,
    UUID account,
    String userName,
    String locale,
    ImportState state,
    File file,
    @Nullable ImportProfile profile,
    Tally tally,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long epoch,
    int attempts,
    @Nullable JsonNode problem) {

  /// @param format `csv`, `xlsx`, or `batch` where there is no file
  /// @param total rows, about; null when nobody knows yet
  /// @param header names of the columns
  /// @param sample the first rows
  public record File(
      @Nullable String format,
      @Nullable String encoding,
      @Nullable String separator,
      long bytes,
      @Nullable Long total,
      List<String> header,
      List<List<String>> sample) {
    public File {
      header = List.copyOf(header);
      sample = List.copyOf(sample);
    }
  }

  /// @param position rows of the file that have been dealt with
  /// @param refused rows
  /// @param conflicts rows that differ from an earlier one
  /// @param records by object
  /// @param busyMillis how long somebody worked on it
  public record Tally(
      long position, long refused, long conflicts, Map<String, Count> records, long busyMillis) {
    public static final Tally NOTHING = new Tally(0, 0, 0, Map.of(), 0);

    public Tally {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }

    String json() {
      ObjectNode counts = Json.mapper().createObjectNode();
      records.forEach((object, count) ->
          counts.putArray(object).add(count.created()).add(count.updated()).add(count.unchanged()));
      return counts.toString();
    }
  }

  /// Records of one object.
  public record Count(long created, long updated, long unchanged) {
    public static final Count NONE = new Count(0, 0, 0);

    Count plus(Count more) {
      return new Count(created + more.created, updated + more.updated, unchanged + more.unchanged);
    }
  }

  /// True for records that came over the API, without a file.
  public boolean isBatch() {
    return "batch".equals(file.format());
  }

  /// Rows per second, while somebody worked on it.
  public long rate() {
    return tally.busyMillis() == 0 ? 0 : tally.position() * 1000 / tally.busyMillis();
  }

  /// Seconds until it is done, or null when that cannot be told.
  public @Nullable Long secondsLeft() {
    Long total = file.total();
    return total == null || rate() == 0 ? null : Math.max(0, total - tally.position()) / rate();
  }

  static ImportJob read(Row row) {
    return new ImportJob(
        Objects.requireNonNull(row.uuid(0)),
        text(row, 1),
        Objects.requireNonNull(row.instant(2)),
        Objects.requireNonNull(row.uuid(3)),
        text(row, 4),
        text(row, 5),
        ImportState.of(text(row, 6)),
        file(row),
        profile(row.text(14)),
        tally(row),
        row.instant(19),
        row.instant(20),
        number(row, 22),
        Objects.requireNonNull(row.integer(23)),
        row.text(24) == null ? null : Json.read(text(row, 24)));
  }

  private static File file(Row row) {
    List<List<String>> sample = new ArrayList<>();
    if (row.text(13) != null) {
      Json.read(text(row, 13)).forEach(line -> sample.add(texts(line)));
    }
    List<String> header = row.text(12) == null ? List.of() : texts(Json.read(text(row, 12)));
    return new File(
        row.text(7),
        row.text(8),
        row.text(9),
        number(row, 10),
        row.longInteger(11),
        header,
        sample);
  }

  private static Tally tally(Row row) {
    Map<String, Count> counts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : Json.read(text(row, 18)).properties()) {
      JsonNode count = one.getValue();
      counts.put(
          one.getKey(),
          new Count(count.get(0).asLong(), count.get(1).asLong(), count.get(2).asLong()));
    }
    return new Tally(number(row, 15), number(row, 16), number(row, 17), counts, number(row, 21));
  }

  private static @Nullable ImportProfile profile(@Nullable String json) {
    return json == null ? null : Json.read(json, ImportProfile.class);
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  static ArrayNode list(List<String> texts) {
    ArrayNode list = Json.mapper().createArrayNode();
    texts.forEach(list::add);
    return list;
  }

  private static String text(Row row, int column) {
    return Objects.requireNonNull(row.text(column));
  }

  private static long number(Row row, int column) {
    return Objects.requireNonNull(row.longInteger(column));
  }
}
