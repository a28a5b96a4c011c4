package dev.huozi.formula.text;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.util.Locale;
import java.util.Set;

/// Regular expressions as Java and Salesforce write them, in the spelling of RE2. What the two
/// spell alike with different meanings (`&&` in a class) is refused rather than misread.
final class PatternSyntax {
  private static final Set<String> CLASSES =
      Set.of(
          "lower", "upper", "alpha", "digit", "alnum", "punct", "xdigit", "space", "blank", "graph",
          "print", "cntrl", "ascii");
  private static final String LINE_BREAK = "(?:\\r\\n|[\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}])";

  private final String pattern;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean inClass;

  private PatternSyntax(String pattern) {
    this.pattern = pattern;
  }

  /// @throws FormulaException `BAD_PATTERN` for what RE2 would misread
  static String toRe2(String pattern) {
    return pattern.indexOf('\\') < 0 && pattern.indexOf('[') < 0
        ? pattern
        : new PatternSyntax(pattern).translate();
  }

  private String translate() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == '\\' && at < pattern.length()) {
        escape(pattern.charAt(at++));
      } else if (inClass) {
        inClass(c);
      } else {
        inClass = c == '[';
        out.append(c);
        if (inClass) {
          openClass();
        }
      }
    }
    return out.toString();
  }

  /// A `]` right after the opening bracket is a character.
  private void openClass() {
    if (pattern.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    if (pattern.startsWith("]", at)) {
      out.append(']');
      at++;
    }
  }

  private void inClass(char c) {
    if (c == '&' && pattern.startsWith("&", at)) {
      throw FormulaException.of(ErrorKind.BAD_PATTERN);
    }
    if (c == '[') {
      nested();
      return;
    }
    inClass = c != ']';
    out.append(c);
  }

  /// `[[:alpha:]]` is RE2's own; a class in a class adds its characters; another negated one cannot
  /// be said.
  private void nested() {
    int end = pattern.startsWith(":", at) ? pattern.indexOf(":]", at) : -1;
    if (end >= 0) {
      out.append(pattern, at - 1, end + 2);
      at = end + 2;
      return;
    }
    int close = pattern.indexOf(']', at);
    String inner = close < 0 ? "" : pattern.substring(at, close);
    if (inner.isEmpty() || inner.startsWith("^") || inner.contains("[") || inner.contains("\\")) {
      throw FormulaException.of(ErrorKind.BAD_PATTERN);
    }
    out.append(inner);
    at = close + 1;
  }

  private void escape(char c) {
    switch (c) {
      case 'Q' -> quoted();
      case 'u' -> unicode();
      case 'p', 'P' -> property(c);
      case 'Z' -> out.append("(?:\\n?\\z)");
      case 'R' -> out.append(LINE_BREAK);
      case 'h' -> out.append(inClass ? "\\t\\x{A0} " : "[\\t\\x{A0} ]");
      default -> out.append('\\').append(c);
    }
  }

  private void quoted() {
    int end = pattern.indexOf("\\E", at);
    int stop = end < 0 ? pattern.length() : end + 2;
    out.append("\\Q").append(pattern, at, stop);
    at = stop;
  }

  private void unicode() {
    boolean digits =
        at + 4 <= pattern.length()
            && pattern.substring(at, at + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    if (!digits) {
      throw FormulaException.of(ErrorKind.BAD_PATTERN);
    }
    out.append("\\x{").append(pattern, at, at + 4).append('}');
    at += 4;
  }

  /// `\p{Alpha}` is a class of RE2 in its own spelling, `\p{IsHan}` the script Han.
  private void property(char c) {
    int end = pattern.startsWith("{", at) ? pattern.indexOf('}', at) : -1;
    if (end < 0) {
      out.append('\\').append(c);
      return;
    }
    String name = pattern.substring(at + 1, end);
    at = end + 1;
    String posix = name.toLowerCase(Locale.ROOT);
    if (CLASSES.contains(posix)) {
      String inside = (c == 'P' ? "[:^" : "[:") + posix + ":]";
      out.append(inClass ? inside : "[" + inside + "]");
      return;
    }
    String script =
        name.equals("IsAlphabetic") ? "L" : name.startsWith("Is") ? name.substring(2) : name;
    out.append('\\').append(c).append('{').append(script).append('}');
  }
}
