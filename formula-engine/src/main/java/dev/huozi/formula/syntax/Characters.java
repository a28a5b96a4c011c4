package dev.huozi.formula.syntax;

/// Which characters mean what. Full-width forms mean the same as their ASCII forms.
final class Characters {
  static final char NOT_EQUAL = '≠';
  static final char LESS_OR_EQUAL = '≤';
  static final char GREATER_OR_EQUAL = '≥';

  private Characters() {}

  static boolean isBlank(int c) {
    return c == ' '
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || c == '\f'
        || c == 0xFEFF
        || c > 127 && (Character.isSpaceChar(c) || Character.isWhitespace(c));
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(int c) {
    return c == '_' || c == '$' || Character.isLetter(c);
  }

  static boolean isNamePart(int c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9';
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER;
  }

  static boolean isQuote(int c) {
    return c == '"' || c == '\'' || c == '“' || c == '”' || c == '‘' || c == '’' || c == '＂'
        || c == '＇';
  }

  /// Whether `c` closes a text that `open` opened. Chinese keyboards alternate between opening and
  /// closing quotes, so either closes.
  static boolean closes(int open, int c) {
    return switch (open) {
      case '“', '”' -> c == '“' || c == '”';
      case '‘', '’' -> c == '‘' || c == '’';
      default -> c == open;
    };
  }

  /// The ASCII form of a symbol; 0 when it has none of ours. The comparisons above stay as they
  /// are.
  static char ascii(int c) {
    if (c < 128) {
      return (char) c;
    }
    return switch (c) {
      case '×' -> '*';
      case '÷' -> '/';
      case '−', '–' -> '-';
      case '，', '、' -> ',';
      case NOT_EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> (char) c;
      default -> c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFF01 + '!') : 0;
    };
  }
}
