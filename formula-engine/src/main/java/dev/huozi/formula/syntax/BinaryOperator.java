package dev.huozi.formula.syntax;

/// Operators between two operands. All bind to the left: `2^3^2` is 64.
public enum BinaryOperator {
  OR("or", 1),
  AND("and", 2),
  EQUAL("=", 4),
  NOT_EQUAL("<>", 4),
  LESS("<", 5),
  LESS_OR_EQUAL("<=", 5),
  GREATER(">", 5),
  GREATER_OR_EQUAL(">=", 5),
  ADD("+", 6),
  SUBTRACT("-", 6),
  CONCAT("&", 6),
  MULTIPLY("*", 7),
  DIVIDE("/", 7),
  POWER("^", 8);

  /// `not` as a word binds looser than comparisons, so that `not a = b` is `not (a = b)`.
  static final int NOT_PRECEDENCE = 3;

  /// `in` and `not in` stand beside the comparisons.
  static final int IN_PRECEDENCE = 5;

  /// Signs and `!` bind tighter than anything: `-2^2` is 4.
  static final int UNARY_PRECEDENCE = 9;

  static final int PRIMARY_PRECEDENCE = 10;

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  public String symbol() {
    return symbol;
  }

  int precedence() {
    return precedence;
  }
}
