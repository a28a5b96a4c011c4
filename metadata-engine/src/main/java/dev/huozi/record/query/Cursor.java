package dev.huozi.record.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a page ended: the sort values and id of its last row (or of its first one, to go
/// backward).
public record Cursor(boolean backward, List<@Nullable Object> values, UUID id) {
  public Cursor {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
