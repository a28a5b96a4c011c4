package dev.huozi.formula.diagnostic;

import dev.huozi.platform.i18n.Messages;
import java.util.Locale;

/// Prints a diagnostic with the line of source it is about and carets below the part that is meant.
/// East Asian wide characters count as two columns, so that the carets line up in a terminal and in
/// a fixed-width editor.
///
/// ```
/// 2:9 FORMULA_TEXT_NEEDED: …
///   | 名称 & 数量
///   |        ^^^^
/// ```
public final class CaretPrinter {
  private static final int CONTEXT = 60;

  private final Messages messages;

  public CaretPrinter(Messages messages) {
    this.messages = messages;
  }

  public String print(Diagnostic diagnostic, String source, Locale locale) {
    int start = Math.min(diagnostic.span().start(), source.length());
    int lineStart = lineStart(source, start);
    int lineEnd = lineEnd(source, start);
    int line = (int) source.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    int column = source.codePointCount(lineStart, start) + 1;
    int from = Math.max(lineStart, start - CONTEXT);
    int to =
        Math.min(
            lineEnd, Math.max(start, Math.min(diagnostic.span().end(), start + CONTEXT)) + CONTEXT);
    int end = Math.clamp(diagnostic.span().end(), start, to);
    String shown = source.substring(from, to).replace('\t', ' ');
    int before = width(source.substring(from, start));
    int carets = Math.max(1, width(source.substring(start, end)));
    return "%d:%d %s: %s%n  | %s%s%n  | %s%s"
        .formatted(
            line,
            column,
            diagnostic.code().name(),
            diagnostic.message(messages, locale),
            from > lineStart ? "…" : "",
            shown + (to < lineEnd ? "…" : ""),
            " ".repeat(before + (from > lineStart ? 1 : 0)),
            "^".repeat(carets))
        .replace("\r", "");
  }

  private static int lineStart(String source, int position) {
    return source.lastIndexOf('\n', position - 1) + 1;
  }

  private static int lineEnd(String source, int position) {
    int end = source.indexOf('\n', position);
    return end < 0 ? source.length() : end;
  }

  static int width(String text) {
    return text.codePoints().map(CaretPrinter::width).sum();
  }

  /// Columns that a terminal gives to a character.
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0x303E
        || c >= 0x3041 && c <= 0xA4CF
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x1FAFF
        || c >= 0x20000 && c <= 0x3FFFD;
  }
}
