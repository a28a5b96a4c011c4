package dev.huozi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change to one record, as a caller asked for it. `values` is JSON as in the API (picklist =
/// code, lookup = id or `{"field": value}` by a unique field, decimals as numbers, date
/// `2026-11-25`, datetime with zone); unknown and read-only names are refused by name.
public sealed interface RecordCommand {
  String object();

  /// @param idempotencyKey repeats of the same key and body give the same answer; null for none
  record Create(String object, ObjectNode values, @Nullable String idempotencyKey)
      implements RecordCommand {}

  /// @param expectedVersion the version the caller saw (If-Match)
  record Update(String object, UUID id, int expectedVersion, ObjectNode values)
      implements RecordCommand {}

  /// Moves the record, and what belongs to it, to the bin.
  record Delete(String object, UUID id, int expectedVersion) implements RecordCommand {}
}
