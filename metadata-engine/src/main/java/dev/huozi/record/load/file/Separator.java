package dev.huozi.record.load.file;

/// What stands between the values of a line.
public final class Separator {
  private static final String KNOWN = ",;\t|";

  private Separator() {}

  /// The one that divides the first line into most parts.
  public static char guess(String head) {
    int end = 0;
    boolean quoted = false;
    int[] counts = new int[KNOWN.length()];
    while (end < head.length()
        && (quoted || head.charAt(end) != '\n' && head.charAt(end) != '\r')) {
      char c = head.charAt(end++);
      quoted ^= c == '"';
      int known = quoted ? -1 : KNOWN.indexOf(c);
      if (known >= 0) {
        counts[known]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return KNOWN.charAt(best);
  }

  public static boolean isKnown(String text) {
    return text.length() == 1 && KNOWN.contains(text);
  }
}
