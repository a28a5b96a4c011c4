package dev.huozi.formula.value;

/// The third state of a formula beside value and blank. It is a result, not an exception:
/// evaluation never throws at a caller.
///
/// @param kind why
/// @param start first character of the failing part in the formula's source
/// @param end character after the failing part
public record FormulaError(ErrorKind kind, int start, int end) {}
