package dev.huozi.formula.function;

import java.util.List;

/// A parameter of a signature.
///
/// @param name for help and messages, a lower-case English word (`text`, `count`)
/// @param literals for `TEXT_LITERAL`: the allowed values without case, for example units; empty
///   when any is allowed
public record Parameter(String name, ParameterType type, List<String> literals) {
  public Parameter {
    literals = List.copyOf(literals);
  }

  public static Parameter of(String name, ParameterType type) {
    return new Parameter(name, type, List.of());
  }

  public static Parameter number(String name) {
    return of(name, ParameterType.NUMBER);
  }

  public static Parameter text(String name) {
    return of(name, ParameterType.TEXT);
  }

  public static Parameter date(String name) {
    return of(name, ParameterType.DATE);
  }

  public static Parameter datetime(String name) {
    return of(name, ParameterType.DATETIME);
  }

  public static Parameter time(String name) {
    return of(name, ParameterType.TIME);
  }

  public static Parameter bool(String name) {
    return of(name, ParameterType.BOOLEAN);
  }

  public static Parameter any(String name) {
    return of(name, ParameterType.ANY);
  }

  public static Parameter literal(String name, String... allowed) {
    return new Parameter(name, ParameterType.TEXT_LITERAL, List.of(allowed));
  }
}
