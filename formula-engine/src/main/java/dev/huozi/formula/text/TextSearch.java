package dev.huozi.formula.text;

import dev.huozi.formula.value.EvaluationContext;
import org.jspecify.annotations.Nullable;

/// Looks for one text in another, never in the middle of a character. Long texts cost budget, and
/// long parts are found by their borders (Knuth, Morris, Pratt), so that time grows with the length
/// of the text whatever the two hold.
final class TextSearch {
  /// Shorter texts cost nothing.
  private static final int LONG_TEXT = 4_096;

  /// Shorter parts are found as fast by trying.
  private static final int LONG_PART = 32;

  private final String text;
  private final String part;
  private final int @Nullable [] borders;

  TextSearch(EvaluationContext context, String text, String part) {
    this.text = text;
    this.part = part;
    if (text.length() > LONG_TEXT) {
      context.charge(text.length());
    }
    boolean tried = part.length() <= LONG_PART || text.length() <= LONG_TEXT;
    this.borders = tried || part.length() > text.length() ? null : borders(part);
  }

  /// The index of the first place at or after `from`; -1 when there is none.
  int indexOf(int from) {
    int at = next(from);
    while (at >= 0 && !(Texts.isBoundary(text, at) && Texts.isBoundary(text, at + part.length()))) {
      at = next(at + 1);
    }
    return at;
  }

  private int next(int from) {
    return borders == null ? text.indexOf(part, from) : byBorders(borders, from);
  }

  private int byBorders(int[] lengths, int from) {
    int matched = 0;
    for (int at = from; at < text.length(); at++) {
      while (matched > 0 && text.charAt(at) != part.charAt(matched)) {
        matched = lengths[matched - 1];
      }
      if (text.charAt(at) == part.charAt(matched) && ++matched == part.length()) {
        return at - matched + 1;
      }
    }
    return -1;
  }

  /// For each prefix of `part` the length of its longest border: what it both begins and ends with.
  private static int[] borders(String part) {
    int[] lengths = new int[part.length()];
    int matched = 0;
    for (int i = 1; i < lengths.length; i++) {
      while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
        matched = lengths[matched - 1];
      }
      if (part.charAt(i) == part.charAt(matched)) {
        matched++;
      }
      lengths[i] = matched;
    }
    return lengths;
  }
}
