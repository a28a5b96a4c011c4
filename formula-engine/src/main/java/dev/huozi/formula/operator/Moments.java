package dev.huozi.formula.operator;

import dev.huozi.formula.number.Arithmetic;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// Dates, datetimes and times moved by numbers, and the distances between them. Years are 1 to
/// 9999; beyond is an error.
public final class Moments {
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000);
  private static final long MILLIS_PER_DAY_LONG = 86_400_000;
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final BigDecimal FARTHEST = BigDecimal.valueOf(4_000_000);

  private Moments() {}

  /// A day later by whole days; a fraction is cut toward zero.
  public static LocalDate plusDays(LocalDate date, BigDecimal days) {
    return day(date.toEpochDay() + whole(days));
  }

  /// A day earlier by whole days; a fraction is cut toward zero.
  public static LocalDate minusDays(LocalDate date, BigDecimal days) {
    return day(date.toEpochDay() - whole(days));
  }

  /// A day later by whole days.
  public static LocalDate plusDays(LocalDate date, long days) {
    return day(Math.addExact(date.toEpochDay(), days));
  }

  private static long whole(BigDecimal days) {
    near(days);
    return days.longValue();
  }

  private static void near(BigDecimal days) {
    if (days.abs().compareTo(FARTHEST) > 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
  }

  private static LocalDate day(long epochDay) {
    if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return LocalDate.ofEpochDay(epochDay);
  }

  /// A moment later by days and fractions of days, rounded to the second.
  public static Instant plusDays(Instant moment, BigDecimal days) {
    return moment(moment, seconds(days));
  }

  /// A moment earlier by days and fractions of days, rounded to the second.
  public static Instant minusDays(Instant moment, BigDecimal days) {
    return moment(moment, -seconds(days));
  }

  private static long seconds(BigDecimal days) {
    near(days);
    return days.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private static Instant moment(Instant moment, long seconds) {
    Instant moved = moment.plusSeconds(seconds);
    long day = Math.floorDiv(moved.getEpochSecond(), 86_400L);
    if (day < FIRST_DAY || day > LAST_DAY) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return moved;
  }

  /// A time later by milliseconds, around the clock.
  public static LocalTime plusMillis(LocalTime time, BigDecimal millis) {
    return around(time, millis.remainder(MILLIS_PER_DAY).longValue());
  }

  /// A time earlier by milliseconds, around the clock.
  public static LocalTime minusMillis(LocalTime time, BigDecimal millis) {
    return around(time, -millis.remainder(MILLIS_PER_DAY).longValue());
  }

  private static LocalTime around(LocalTime time, long millis) {
    return time.plusNanos(millis * 1_000_000);
  }

  /// Whole days from `start` to `end`.
  public static long daysBetween(LocalDate end, LocalDate start) {
    return end.toEpochDay() - start.toEpochDay();
  }

  /// Days and fractions of days from `start` to `end`, by milliseconds.
  public static BigDecimal daysBetween(Instant end, Instant start) {
    long millis = Duration.between(start, end).toMillis();
    return Arithmetic.divide(BigDecimal.valueOf(millis), MILLIS_PER_DAY);
  }

  /// Milliseconds from `start` to the next `end`, never negative.
  public static long millisBetween(LocalTime end, LocalTime start) {
    long millis = ChronoUnit.MILLIS.between(start, end);
    return Math.floorMod(millis, MILLIS_PER_DAY_LONG);
  }
}
