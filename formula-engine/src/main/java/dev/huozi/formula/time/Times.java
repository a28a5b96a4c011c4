package dev.huozi.formula.time;

import dev.huozi.formula.value.EvaluationContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;

/// Times of day. As numbers they count milliseconds, and they wrap at midnight in both directions.
public final class Times {
  private static final long NANOS_OF_MILLI = 1_000_000;
  private static final long MILLIS_OF_DAY = 86_400_000;
  private static final BigDecimal DAY = BigDecimal.valueOf(MILLIS_OF_DAY);

  private Times() {}

  /// The time of day of a moment in the context's zone.
  public static LocalTime timeValue(EvaluationContext context, Instant moment) {
    return LocalTime.ofInstant(moment, context.zone());
  }

  public static LocalTime timeNow(EvaluationContext context) {
    return timeValue(context, context.now());
  }

  public static LocalTime same(LocalTime time) {
    return time;
  }

  /// `millis` milliseconds later; a fraction is cut toward zero first.
  public static LocalTime plusMillis(LocalTime time, BigDecimal millis) {
    return moved(time, withinDay(millis));
  }

  /// `millis` milliseconds earlier; a fraction is cut toward zero first.
  public static LocalTime minusMillis(LocalTime time, BigDecimal millis) {
    return moved(time, -withinDay(millis));
  }

  /// Milliseconds from `start` to `end`, `end - start`; past midnight when `end` is the earlier
  /// one.
  public static long difference(LocalTime end, LocalTime start) {
    return Math.floorMod(millis(end) - millis(start), MILLIS_OF_DAY);
  }

  public static int hour(LocalTime time) {
    return time.getHour();
  }

  public static int minute(LocalTime time) {
    return time.getMinute();
  }

  public static int second(LocalTime time) {
    return time.getSecond();
  }

  public static int millisecond(LocalTime time) {
    return (int) (time.getNano() / NANOS_OF_MILLI);
  }

  static long millis(LocalTime time) {
    return time.toNanoOfDay() / NANOS_OF_MILLI;
  }

  private static LocalTime moved(LocalTime time, long millis) {
    return time.plusNanos(millis * NANOS_OF_MILLI);
  }

  private static long withinDay(BigDecimal millis) {
    BigInteger whole = millis.setScale(0, RoundingMode.DOWN).unscaledValue();
    return whole.remainder(DAY.toBigInteger()).longValueExact();
  }
}
