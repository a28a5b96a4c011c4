package dev.huozi.record.load.profile;

/// Texts that a spreadsheet would take for formulas get an apostrophe in front when they are
/// exported, and lose it when they come back: every text survives the round trip.
public final class FormulaGuard {
  private static final String DANGEROUS = "=+-@\t\r＝＋－＠";

  private FormulaGuard() {}

  /// The text as it may stand in a file.
  public static String add(String text) {
    return isGuarded(text, 0) ? "'" + text : text;
  }

  /// The text that `add` got.
  public static String remove(String text) {
    return text.startsWith("'") && isGuarded(text, 1) ? text.substring(1) : text;
  }

  /// True for a dangerous character after any number of apostrophes.
  private static boolean isGuarded(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at < text.length() && DANGEROUS.indexOf(text.charAt(at)) >= 0;
  }
}
