package dev.huozi.formula.value;

/// Why an evaluation has no value. Stored with the error of a field, so names are stable.
public enum ErrorKind {
  /// Division or remainder by zero.
  DIVISION_BY_ZERO,
  /// An argument outside the function's domain: SQRT(-1), LN(0), 2^0.5.
  DOMAIN,
  /// A number that is too large, or an argument outside its range.
  RANGE,
  /// Text that is not a number: VALUE("1,000").
  NOT_A_NUMBER,
  /// Text or numbers that are not a date or time: DATE(2024,2,30).
  NOT_A_DATE,
  /// A pattern that is not a regular expression.
  BAD_PATTERN,
  /// The evaluation would cost too much: text too long, budget used up.
  LIMIT,
  /// Something that the formula names does not exist here: a calendar, a currency.
  MISSING,
  /// An input has a value that its type does not allow: a defect of the caller, not of the formula.
  BAD_INPUT,
  /// The database could not compute it, which does not say why.
  FAILED
}
