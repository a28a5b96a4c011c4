package dev.huozi.formula.eval;

import java.math.BigDecimal;

/// Where generated code keeps a value that is not blank.
sealed interface Operand {
  /// A reference in a local variable.
  record Reference(int local, Class<?> type) implements Operand {}

  /// A whole number as `long` in a local variable, at most `bound` in magnitude.
  record Whole(int local, long bound) implements Operand {}

  /// A boolean as 0 or 1 in a local variable.
  record Flag(int local) implements Operand {}

  /// A constant: BigDecimal, String, Boolean, LocalDate, …
  record Constant(Object value) implements Operand {
    /// Whether it is a whole number of up to 18 digits.
    boolean isWhole() {
      return value instanceof BigDecimal number
          && number.precision() - number.scale() <= 18
          && (number.signum() == 0
              || number.scale() <= 0
              || number.stripTrailingZeros().scale() <= 0);
    }

    long whole() {
      return ((BigDecimal) value).longValueExact();
    }
  }
}
