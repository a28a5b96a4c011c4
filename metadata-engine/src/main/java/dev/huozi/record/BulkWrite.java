package dev.huozi.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes to many records of one object. Each row stands for itself: good ones are written, bad
/// ones are told (`RowOutcome`).
///
/// @param key where a row's record is found by: `id` or a unique field of the object; null only for
///   `CREATE`
/// @param rows values as in `RecordCommand`; with the key's value among them, and where the caller
///   saw the record before, its `version`
/// @param settled which of the found records are compared only, as are those that an earlier row of
///   this write dealt with; null where every row is applied
public record BulkWrite(
    String object,
    Mode mode,
    @Nullable String key,
    List<ObjectNode> rows,
    @Nullable Settled settled) {
  /// Rows of one write.
  public static final int MOST_ROWS = 10_000;

  /// The key that means the record's own id.
  public static final String ID = "id";

  public BulkWrite {
    rows = List.copyOf(rows);
  }

  public BulkWrite(String object, Mode mode, @Nullable String key, List<ObjectNode> rows) {
    this(object, mode, key, rows, null);
  }

  /// What to do with a row.
  public enum Mode {
    /// Every row is a new record.
    @JsonProperty("create")
    CREATE,
    /// Every row changes a record that exists.
    @JsonProperty("update")
    UPDATE,
    /// A row changes the record that its key finds, or is a new one.
    @JsonProperty("upsert")
    UPSERT
  }

  /// Says which of the records that keys found have got their values already: rows that say
  /// otherwise change nothing and are told as `RowOutcome.Differs`.
  @FunctionalInterface
  public interface Settled {
    Set<UUID> among(Collection<UUID> found);
  }
}
