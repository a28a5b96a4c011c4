package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.Diagnostics;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;

/// Reads a text literal: quotes, and after a backslash one of n r t b f, a quote, a backslash, or u
/// with four hexadecimal digits. A line break ends it with an error, and so does the end of the
/// source.
final class TextLexer {
  private final String source;
  private final Diagnostics diagnostics;

  TextLexer(String source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /// Takes the value and the position after the literal.
  @FunctionalInterface
  interface Result {
    void accept(String value, int end);
  }

  void read(int start, Result result) {
    char open = source.charAt(start);
    StringBuilder value = new StringBuilder();
    int position = start + 1;
    while (position < source.length()) {
      char c = source.charAt(position);
      if (Characters.closes(open, c)) {
        result.accept(value.toString(), position + 1);
        return;
      }
      if (c == '\n' || c == '\r') {
        diagnostics.report(FormulaProblem.FORMULA_TEXT_LINE_BREAK, new SourceSpan(start, position));
        result.accept(value.toString(), position);
        return;
      }
      position = c == '\\' ? escape(position, value) : plain(position, value);
    }
    diagnostics.report(
        FormulaProblem.FORMULA_TEXT_UNCLOSED, new SourceSpan(start, source.length()));
    result.accept(value.toString(), source.length());
  }

  private int plain(int position, StringBuilder value) {
    int c = source.codePointAt(position);
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      diagnostics.report(
          FormulaProblem.FORMULA_SURROGATE_ALONE, new SourceSpan(position, position + 1));
      return position + 1;
    }
    value.appendCodePoint(c);
    return position + Character.charCount(c);
  }

  private int escape(int position, StringBuilder value) {
    if (position + 1 >= source.length()) {
      return position + 1;
    }
    char c = source.charAt(position + 1);
    char meant =
        switch (c) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'b' -> '\b';
          case 'f' -> '\f';
          case '"', '\'', '\\', '“', '”', '‘', '’' -> c;
          default -> 0;
        };
    if (meant != 0) {
      value.append(meant);
      return position + 2;
    }
    return c == 'u' ? unicode(position, value) : unknown(position, position + 2);
  }

  private int unicode(int position, StringBuilder value) {
    int end = position + 6;
    if (end > source.length()) {
      return unknown(position, position + 2);
    }
    int code = 0;
    for (int i = position + 2; i < end; i++) {
      int digit = Character.digit(source.charAt(i), 16);
      if (digit < 0) {
        return unknown(position, position + 2);
      }
      code = code * 16 + digit;
    }
    if (Character.isSurrogate((char) code) || code == 0) {
      return unknown(position, end);
    }
    value.append((char) code);
    return end;
  }

  private int unknown(int start, int end) {
    int stop = Math.min(end, source.length());
    diagnostics.report(
        FormulaProblem.FORMULA_ESCAPE_UNKNOWN,
        new SourceSpan(start, stop),
        "escape",
        source.substring(start, stop));
    return source.charAt(stop - 1) == '\n' ? stop - 1 : stop;
  }
}
