package dev.huozi.formula.time;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/// Spans of time as text. The sign is dropped, and so is a fraction of a second.
public final class Durations {
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE);

  private Durations() {}

  /// `HH:MM:SS`; hours go beyond 24.
  public static String format(BigDecimal seconds) {
    return format(seconds, false);
  }

  /// `HH:MM:SS`, with days `D:HH:MM:SS`.
  ///
  /// @throws FormulaException `RANGE`
  public static String format(BigDecimal seconds, boolean includeDays) {
    if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return format(Math.abs(seconds.longValue()), includeDays);
  }

  /// The span between two moments, `D:HH:MM:SS`.
  public static String format(Instant start, Instant end) {
    Instant first = start.isAfter(end) ? end : start;
    Instant last = start.isAfter(end) ? start : end;
    return format(Duration.between(first, last).getSeconds(), true);
  }

  /// The span between two times of one day, `HH:MM:SS`.
  public static String format(LocalTime start, LocalTime end) {
    return format(Math.abs(Times.millis(end) - Times.millis(start)) / 1_000, false);
  }

  private static String format(long seconds, boolean includeDays) {
    StringBuilder text = new StringBuilder(12);
    long hours = seconds / 3_600;
    if (includeDays) {
      text.append(hours / 24).append(':');
      hours %= 24;
    }
    DateTexts.append(text, hours, 2).append(':');
    DateTexts.append(text, seconds / 60 % 60, 2).append(':');
    return DateTexts.append(text, seconds % 60, 2).toString();
  }
}
