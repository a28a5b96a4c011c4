package dev.huozi.metadata.model;

import dev.huozi.platform.value.LocalizedText;
import java.util.Collection;

/// Guesses which name was meant by a misspelt one.
public final class NearestName {
  private static final int FARTHEST = 2;

  private NearestName() {}

  /// "Did you mean …?", empty when no name is similar.
  public static LocalizedText hint(Collection<String> names, String wrong) {
    String nearest = among(names, wrong);
    return nearest.isEmpty()
        ? LocalizedText.EMPTY
        : LocalizedText.of("是否指（" + nearest + "）？", "Did you mean (" + nearest + ")?");
  }

  /// The most similar name, empty when none is similar.
  static String among(Collection<String> names, String wrong) {
    String best = "";
    int least = FARTHEST + 1;
    for (String name : names) {
      int distance = distance(ApiName.key(name), ApiName.key(wrong));
      if (distance < least && distance < wrong.length()) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > FARTHEST) {
      return FARTHEST + 1;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
