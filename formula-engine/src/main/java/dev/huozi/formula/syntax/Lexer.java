package dev.huozi.formula.syntax;

import dev.huozi.formula.diagnostic.Diagnostics;
import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/// Cuts source text into tokens. Never stops at an error: it reports and goes on, so that one run
/// finds several.
final class Lexer {
  private final String source;
  private final Diagnostics diagnostics;
  private final boolean holes;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  /// @param holes whether `{12.7}` stands for a reference, as in stored formulas
  Lexer(String source, Diagnostics diagnostics, boolean holes) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.holes = holes;
  }

  List<Token> run() {
    while (position < source.length()) {
      next();
    }
    tokens.add(new Token(TokenKind.END, "", source.length(), source.length()));
    return tokens;
  }

  private void next() {
    int c = source.codePointAt(position);
    if (Characters.isBlank(c)) {
      position += Character.charCount(c);
    } else if (Characters.isNameStart(c)) {
      name();
    } else if (Characters.isDigit(c) || c == '.' && Characters.isDigit(peek(1))) {
      number();
    } else if (Characters.isQuote(c)) {
      new TextLexer(source, diagnostics).read(position, this::textRead);
    } else if (c == '[' || c == '［') {
      bracketed();
    } else if (c == '{' && holes) {
      hole();
    } else if (c == '/' && peek(1) == '*') {
      comment();
    } else {
      symbol(c);
    }
  }

  private void textRead(String value, int end) {
    tokens.add(new Token(TokenKind.TEXT, value, position, end));
    position = end;
  }

  private void name() {
    int start = position;
    // The first character may be one that does not stand inside a name: `$`.
    position += Character.charCount(source.codePointAt(position));
    while (position < source.length() && Characters.isNamePart(source.codePointAt(position))) {
      position += Character.charCount(source.codePointAt(position));
    }
    add(TokenKind.NAME, source.substring(start, position), start);
  }

  /// Digits with at most one point. Letters that follow belong to the mistake: `1e5`, `12abc`.
  private void number() {
    int start = position;
    skipDigits();
    if (peek(0) == '.') {
      position++;
      skipDigits();
    }
    int digitsEnd = position;
    while (position < source.length() && Characters.isNamePart(source.codePointAt(position))) {
      position += Character.charCount(source.codePointAt(position));
    }
    if (position > digitsEnd) {
      report(
          FormulaProblem.FORMULA_NUMBER_MALFORMED,
          start,
          "number",
          source.substring(start, position));
    }
    add(TokenKind.NUMBER, source.substring(start, digitsEnd), start);
  }

  private void skipDigits() {
    while (Characters.isDigit(peek(0))) {
      position++;
    }
  }

  /// `[客户 名称]`; a closing bracket inside is doubled.
  private void bracketed() {
    int start = position++;
    StringBuilder name = new StringBuilder();
    while (position < source.length()) {
      char c = source.charAt(position++);
      if (c == '\n') {
        break;
      }
      if (c == ']' || c == '］') {
        if (peek(0) != c) {
          add(TokenKind.BRACKETED, name.toString(), start);
          return;
        }
        position++;
      }
      name.append(c);
    }
    report(FormulaProblem.FORMULA_BRACKET_UNCLOSED, start, "name", name.toString().strip());
    add(TokenKind.BRACKETED, name.toString().strip(), start);
  }

  private void hole() {
    int start = position++;
    int end = source.indexOf('}', start);
    position = end < 0 ? source.length() : end + 1;
    add(TokenKind.HOLE, source.substring(start + 1, end < 0 ? source.length() : end), start);
  }

  private void comment() {
    int start = position;
    int end = source.indexOf("*/", start + 2);
    position = end < 0 ? source.length() : end + 2;
    if (end < 0) {
      diagnostics.report(
          FormulaProblem.FORMULA_COMMENT_UNCLOSED,
          new SourceSpan(start, Math.min(start + 2, source.length())));
    }
  }

  private void symbol(int c) {
    int start = position;
    char first = Characters.ascii(c);
    char second =
        position + Character.charCount(c) < source.length()
            ? Characters.ascii(source.codePointAt(position + Character.charCount(c)))
            : 0;
    TokenKind pair = pair(first, second);
    if (pair != null) {
      position += 2;
      add(pair, pair.symbol(), start);
      return;
    }
    position += Character.charCount(c);
    TokenKind single = single(first);
    if (single != null) {
      add(single, single.symbol(), start);
    } else {
      unexpected(c, start);
    }
  }

  private void unexpected(int c, int start) {
    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    if (lone) {
      report(FormulaProblem.FORMULA_SURROGATE_ALONE, start);
    } else {
      report(
          FormulaProblem.FORMULA_CHARACTER_UNEXPECTED, start, "character", Character.toString(c));
    }
  }

  private static @org.jspecify.annotations.Nullable TokenKind pair(char first, char second) {
    return switch (first) {
      case '=' -> second == '=' ? TokenKind.EQUAL : null;
      case '<' ->
          second == '=' ? TokenKind.LESS_OR_EQUAL : second == '>' ? TokenKind.NOT_EQUAL : null;
      case '>' -> second == '=' ? TokenKind.GREATER_OR_EQUAL : null;
      case '!' -> second == '=' ? TokenKind.NOT_EQUAL : null;
      case '&' -> second == '&' ? TokenKind.AND : null;
      case '|' -> second == '|' ? TokenKind.OR : null;
      default -> null;
    };
  }

  private static @org.jspecify.annotations.Nullable TokenKind single(char c) {
    return switch (c) {
      case '(' -> TokenKind.OPEN;
      case ')' -> TokenKind.CLOSE;
      case ',' -> TokenKind.COMMA;
      case '.' -> TokenKind.DOT;
      case '+' -> TokenKind.PLUS;
      case '-' -> TokenKind.MINUS;
      case '*' -> TokenKind.STAR;
      case '/' -> TokenKind.SLASH;
      case '^' -> TokenKind.CARET;
      case '&' -> TokenKind.AMPERSAND;
      case '=' -> TokenKind.EQUAL;
      case '<' -> TokenKind.LESS;
      case '>' -> TokenKind.GREATER;
      case '!' -> TokenKind.BANG;
      case Characters.NOT_EQUAL -> TokenKind.NOT_EQUAL;
      case Characters.LESS_OR_EQUAL -> TokenKind.LESS_OR_EQUAL;
      case Characters.GREATER_OR_EQUAL -> TokenKind.GREATER_OR_EQUAL;
      default -> null;
    };
  }

  private int peek(int ahead) {
    return position + ahead < source.length() ? source.charAt(position + ahead) : 0;
  }

  private void add(TokenKind kind, String text, int start) {
    tokens.add(new Token(kind, text, start, position));
  }

  private void report(FormulaProblem problem, int start, Object... parameters) {
    diagnostics.report(problem, new SourceSpan(start, position), parameters);
  }
}
