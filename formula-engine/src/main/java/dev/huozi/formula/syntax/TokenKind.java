package dev.huozi.formula.syntax;

/// Kinds of tokens. Full-width characters and alternative spellings arrive as the same kind.
enum TokenKind {
  NUMBER("number"),
  TEXT("text"),
  NAME("name"),
  BRACKETED("name"),
  HOLE("name"),
  OPEN("("),
  CLOSE(")"),
  COMMA(","),
  DOT("."),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  CARET("^"),
  AMPERSAND("&"),
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  AND("&&"),
  OR("||"),
  BANG("!"),
  END("");

  private final String symbol;

  TokenKind(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }
}
