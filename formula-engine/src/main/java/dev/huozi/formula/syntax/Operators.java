package dev.huozi.formula.syntax;

import org.jspecify.annotations.Nullable;

/// Which token is which operator.
final class Operators {
  private Operators() {}

  static @Nullable BinaryOperator binary(Token token) {
    return switch (token.kind()) {
      case PLUS -> BinaryOperator.ADD;
      case MINUS -> BinaryOperator.SUBTRACT;
      case STAR -> BinaryOperator.MULTIPLY;
      case SLASH -> BinaryOperator.DIVIDE;
      case CARET -> BinaryOperator.POWER;
      case AMPERSAND -> BinaryOperator.CONCAT;
      case EQUAL -> BinaryOperator.EQUAL;
      case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case LESS -> BinaryOperator.LESS;
      case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER -> BinaryOperator.GREATER;
      case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case AND -> BinaryOperator.AND;
      case OR -> BinaryOperator.OR;
      case NAME -> word(token);
      case NUMBER, TEXT, BRACKETED, HOLE, OPEN, CLOSE, COMMA, DOT, BANG, END -> null;
    };
  }

  private static @Nullable BinaryOperator word(Token token) {
    if (token.isWord(Word.AND)) {
      return BinaryOperator.AND;
    }
    return token.isWord(Word.OR) ? BinaryOperator.OR : null;
  }
}
