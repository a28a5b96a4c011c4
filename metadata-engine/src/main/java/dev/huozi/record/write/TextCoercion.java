package dev.huozi.record.write;

import dev.huozi.record.RecordError;
import java.text.Normalizer;

/// Text: composed form (NFC), no characters that PostgreSQL or readers cannot hold, length in code
/// points.
final class TextCoercion {
  private TextCoercion() {}

  /// One line, without blanks at its ends. Blank text is no value.
  static Coerced line(FieldInput input, int maximum) {
    String text = input.text();
    if (text == null) {
      return input.refuseShape("文本", "text");
    }
    String line = text.strip();
    int lineBreak = firstLineBreak(line);
    if (lineBreak >= 0) {
      return input.refuse(
          RecordError.RECORD_TEXT_LINE_BREAK, "position", line.codePointCount(0, lineBreak) + 1);
    }
    return checked(input, line, maximum);
  }

  /// Several lines, kept as they are.
  static Coerced lines(FieldInput input, int maximum) {
    String text = input.text();
    if (text == null) {
      return input.refuseShape("文本", "text");
    }
    return checked(input, text.isBlank() ? "" : text, maximum);
  }

  private static Coerced checked(FieldInput input, String text, int maximum) {
    int bad = firstUnstorable(text);
    if (bad >= 0) {
      return input.refuse(
          RecordError.RECORD_TEXT_CHARACTER,
          "position",
          text.codePointCount(0, bad) + 1,
          "character",
          "U+%04X".formatted((int) text.charAt(bad)));
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    int length = composed.codePointCount(0, composed.length());
    if (length > maximum) {
      return input.refuse(RecordError.RECORD_TEXT_TOO_LONG, "maximum", maximum, "actual", length);
    }
    return composed.isEmpty() ? Coerced.BLANK : new Coerced.Value(composed);
  }

  private static int firstLineBreak(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        return i;
      }
    }
    return -1;
  }

  /// The place of a NUL or of half a surrogate pair, or -1.
  private static int firstUnstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0' || Character.isLowSurrogate(c)) {
        return i;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
