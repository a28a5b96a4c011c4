package dev.huozi.platform.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the names that somebody who mistyped one may have meant.
public final class NameSuggestion {
  private static final int SUGGESTIONS = 3;
  private static final int LONGEST = 80;

  private NameSuggestion() {}

  /// The up to three names nearest to `typed`, nearest first. `known` must hold only names that the
  /// caller may see.
  public static List<String> nearest(String typed, Collection<String> known) {
    String wanted = fold(typed);
    record Distance(String name, int edits) {}
    return known.stream()
        .map(name -> new Distance(name, distance(wanted, fold(name))))
        .sorted(Comparator.comparingInt(Distance::edits).thenComparing(Distance::name))
        .limit(SUGGESTIONS)
        .map(Distance::name)
        .toList();
  }

  private static String fold(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
  }

  /// Insertions, deletions and replacements that lead from one to the other.
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(row[j - 1], previous[j]) + 1);
      }
      previous = row;
    }
    return previous[to.length()];
  }
}
