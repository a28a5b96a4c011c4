package dev.huozi.record.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a search: what stands between blanks, each counted once.
final class SearchWords {
  private SearchWords() {}

  static List<String> of(@Nullable String search) {
    if (search == null || search.isBlank()) {
      return List.of();
    }
    return Arrays.stream(search.strip().split("[\\s\\u3000]+")).distinct().toList();
  }
}
