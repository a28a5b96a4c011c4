package dev.huozi.ui.filter;

import java.util.List;

/// What a row compares with, as it was typed.
///
/// @param values texts, codes, a number, a day or a record's id; as many as the operator takes
/// @param day how a day is given
public record Operand(List<String> values, Day day) {
  public static final Operand NONE = new Operand(List.of(), Day.FIXED);

  public Operand {
    values = List.copyOf(values);
  }

  static Operand of(String value) {
    return new Operand(List.of(value), Day.FIXED);
  }

  static Operand of(List<String> values) {
    return new Operand(values, Day.FIXED);
  }

  /// The only value, or empty.
  public String value() {
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// A day of the calendar, or one counted from today.
  public enum Day {
    FIXED,
    TODAY,
    AGO,
    AHEAD
  }
}
