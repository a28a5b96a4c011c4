package dev.huozi.formula.text;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Parts of texts, places in texts, and texts made of texts. Positions count from one; "" as a
/// result is a blank.
public final class Texts {
  /// The longest text that a formula may make, in UTF-16 units; twice the longest field.
  public static final int LONGEST = 262_144;

  private Texts() {}

  /// Both texts, one after the other; a blank is nothing.
  ///
  /// @throws FormulaException `LIMIT` when the result is too long
  public static @Nullable String concat(@Nullable String left, @Nullable String right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    return joined(left, right);
  }

  public static int len(@Nullable String text) {
    return text == null ? 0 : text.codePointCount(0, text.length());
  }

  public static String left(String text, int count) {
    return text.substring(0, forward(text, 0, count));
  }

  public static String right(String text, int count) {
    return text.substring(backward(text, count));
  }

  /// `count` characters from position `start`; a start below one is one.
  public static String mid(String text, int start, int count) {
    int from = forward(text, 0, Math.max(start, 1) - 1);
    return text.substring(from, forward(text, from, count));
  }

  /// The text from position `start`; a negative start counts from the end, zero is one. Blank when
  /// the text is shorter.
  public static String substr(String text, int start) {
    return substr(text, start, Integer.MAX_VALUE);
  }

  /// `count` characters from position `start`; a negative start counts from the end, zero is one.
  /// Blank when the text is shorter.
  public static String substr(String text, int start, int count) {
    if (start >= 0) {
      return mid(text, start, count);
    }
    if (start == Integer.MIN_VALUE || len(text) < -start) {
      return "";
    }
    int from = backward(text, -start);
    return text.substring(from, forward(text, from, count));
  }

  /// The position of `part` in `text`; 0 when it is not there or one of them is blank.
  public static int find(EvaluationContext context, @Nullable String part, @Nullable String text) {
    return find(context, part, text, null);
  }

  /// The position of `part` in `text` at or after position `start` (blank: one); 0 when it is not
  /// there or one of them is blank.
  public static int find(
      EvaluationContext context,
      @Nullable String part,
      @Nullable String text,
      @Nullable BigDecimal start) {
    if (part == null || text == null) {
      return 0;
    }
    int from = start == null || start.signum() <= 0 ? 0 : forward(text, 0, whole(start) - 1);
    int at = new TextSearch(context, text, part).indexOf(from);
    return at < 0 ? 0 : text.codePointCount(0, at) + 1;
  }

  /// Whether `text` contains `part`: true for a blank part, else blank for a blank text.
  public static @Nullable Boolean contains(
      EvaluationContext context, @Nullable String text, @Nullable String part) {
    if (part == null) {
      return true;
    }
    return text == null ? null : new TextSearch(context, text, part).indexOf(0) >= 0;
  }

  /// Whether `text` begins with `part`: true for a blank part, else blank for a blank text.
  public static @Nullable Boolean begins(@Nullable String text, @Nullable String part) {
    if (part == null) {
      return true;
    }
    return text == null ? null : text.startsWith(part) && isBoundary(text, part.length());
  }

  /// `text` with each `old` replaced; a blank replacement takes it out. Blank when one of the first
  /// two is.
  ///
  /// @throws FormulaException `LIMIT` when the result is too long
  public static @Nullable String substitute(
      EvaluationContext context,
      @Nullable String text,
      @Nullable String old,
      @Nullable String replacement) {
    if (text == null || old == null) {
      return null;
    }
    TextSearch search = new TextSearch(context, text, old);
    int at = search.indexOf(0);
    if (at < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      result.append(text, done, at);
      if (replacement != null) {
        result.append(replacement);
      }
      done = at + old.length();
      checkLength(result.length());
      at = search.indexOf(done);
    }
    checkLength((long) result.length() + text.length() - done);
    return result.append(text, done, text.length()).toString();
  }

  /// Without the blanks at both ends. Only U+0020 is a blank: line breaks, tabs and full-width
  /// blanks stay, in the database too.
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  public static String lpad(String text, int length) {
    return lpad(text, length, " ");
  }

  /// Filled at the left with repetitions of `padding`, or cut at the right, to `length` characters.
  ///
  /// @throws FormulaException `LIMIT` when the result is too long
  public static String lpad(String text, int length, String padding) {
    int missing = Math.max(length, 0) - len(text);
    return missing <= 0 ? left(text, length) : joined(filling(padding, missing), text);
  }

  public static String rpad(String text, int length) {
    return rpad(text, length, " ");
  }

  /// Filled at the right with repetitions of `padding`, or cut, to `length` characters.
  ///
  /// @throws FormulaException `LIMIT` when the result is too long
  public static String rpad(String text, int length, String padding) {
    int missing = Math.max(length, 0) - len(text);
    return missing <= 0 ? left(text, length) : joined(text, filling(padding, missing));
  }

  public static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /// The code point of the first character.
  public static int ascii(String text) {
    return text.codePointAt(0);
  }

  /// The character of a code point; blank when there is none.
  public static String chr(int codePoint) {
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint <= 0 || codePoint > Character.MAX_CODE_POINT || surrogate
        ? ""
        : Character.toString(codePoint);
  }

  /// A line break.
  public static String br() {
    return "\n";
  }

  /// The text itself: TEXT of a picklist is its code.
  public static String same(String text) {
    return text;
  }

  /// @throws FormulaException `LIMIT`
  static void checkLength(long length) {
    if (length > LONGEST) {
      throw FormulaException.of(ErrorKind.LIMIT);
    }
  }

  private static String joined(String left, String right) {
    checkLength((long) left.length() + right.length());
    return left.concat(right);
  }

  private static String filling(String padding, int count) {
    checkLength(count);
    int each = len(padding);
    checkLength((long) padding.length() * (count / each));
    String whole = padding.repeat(count / each);
    return whole.concat(padding.substring(0, forward(padding, 0, count % each)));
  }

  /// The index `count` characters after `from`, at most the end.
  private static int forward(String text, int from, int count) {
    if (count <= 0) {
      return from;
    }
    if (count >= text.length() - from) {
      return text.length();
    }
    int at = from;
    for (int left = count; left > 0 && at < text.length(); left--) {
      at += isPair(text, at) ? 2 : 1;
    }
    return at;
  }

  /// The index `count` characters before the end, at least zero.
  private static int backward(String text, int count) {
    if (count <= 0) {
      return text.length();
    }
    if (count >= text.length()) {
      return 0;
    }
    int at = text.length();
    for (int left = count; left > 0 && at > 0; left--) {
      at -= at > 1 && isPair(text, at - 2) ? 2 : 1;
    }
    return at;
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  /// Whether a character begins at `at`, or the text ends there.
  static boolean isBoundary(String text, int at) {
    return at == 0 || at >= text.length() || !isPair(text, at - 1);
  }

  private static int whole(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) >= 0
        ? Integer.MAX_VALUE
        : number.intValue();
  }
}
