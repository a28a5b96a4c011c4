package dev.huozi.formula.check;

/// Arithmetic by meaning: the checker has looked at the operands' types.
public enum ArithmeticOperator {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER,
  DATE_PLUS_DAYS,
  DATE_MINUS_DAYS,
  DATETIME_PLUS_DAYS,
  DATETIME_MINUS_DAYS,
  TIME_PLUS_MILLIS,
  TIME_MINUS_MILLIS,
  DAYS_BETWEEN_DATES,
  DAYS_BETWEEN_DATETIMES,
  MILLIS_BETWEEN_TIMES
}
