package dev.huozi.record.load.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.record.load.LoadError;

/// What a cell was read as.
sealed interface CellValue {
  /// JSON as the API takes it.
  record Read(JsonNode json) implements CellValue {}

  /// Not what the field holds.
  record Unreadable(LoadError code) implements CellValue {}
}
