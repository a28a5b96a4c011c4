package dev.huozi.formula.operator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// Comparisons that yield a negative, zero or positive number.
public final class Comparisons {
  private Comparisons() {}

  public static int compare(BigDecimal left, BigDecimal right) {
    return left.compareTo(right);
  }

  /// By code point, like the collation "C" of the database (UTF-16 order differs beyond U+FFFF).
  public static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
        return pairs ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  public static int compare(LocalDate left, LocalDate right) {
    return left.compareTo(right);
  }

  public static int compare(Instant left, Instant right) {
    return left.compareTo(right);
  }

  public static int compare(LocalTime left, LocalTime right) {
    return left.compareTo(right);
  }
}
