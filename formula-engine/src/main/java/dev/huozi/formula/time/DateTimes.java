package dev.huozi.formula.time;

import dev.huozi.formula.number.Arithmetic;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Moments. As numbers they count days; a fraction of a day is rounded to the second.
public final class DateTimes {
  private static final long SECONDS_OF_DAY = 86_400;
  private static final BigDecimal DAY_IN_SECONDS = BigDecimal.valueOf(SECONDS_OF_DAY);
  private static final BigDecimal DAY_IN_NANOS =
      BigDecimal.valueOf(SECONDS_OF_DAY * 1_000_000_000L);
  private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(4_000_000);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant AFTER_LAST = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);

  private DateTimes() {}

  public static Instant now(EvaluationContext context) {
    return context.now();
  }

  /// Midnight of that day in UTC, the zone in which texts are read too.
  public static Instant ofDate(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public static Instant same(Instant moment) {
    return moment;
  }

  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static Instant plusDays(Instant moment, BigDecimal days) {
    return checked(moment.plusSeconds(seconds(days)));
  }

  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static Instant minusDays(Instant moment, BigDecimal days) {
    return checked(moment.minusSeconds(seconds(days)));
  }

  /// Days from `start` to `end`, `end - start`, at 39 digits.
  public static BigDecimal difference(Instant end, Instant start) {
    long seconds = end.getEpochSecond() - start.getEpochSecond();
    int nanos = end.getNano() - start.getNano();
    if (nanos == 0) {
      return seconds % SECONDS_OF_DAY == 0
          ? BigDecimal.valueOf(seconds / SECONDS_OF_DAY)
          : Arithmetic.divide(BigDecimal.valueOf(seconds), DAY_IN_SECONDS);
    }
    BigDecimal total = BigDecimal.valueOf(seconds).movePointRight(9).add(BigDecimal.valueOf(nanos));
    return Arithmetic.divide(total, DAY_IN_NANOS);
  }

  /// `months` months later at the same time of day in the context's zone; the day as in
  /// [Dates#addMonths].
  ///
  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static Instant addMonths(EvaluationContext context, Instant moment, int months) {
    ZonedDateTime local = moment.atZone(context.zone());
    LocalDate date = Dates.addMonths(local.toLocalDate(), months);
    return checked(date.atTime(local.toLocalTime()).atZone(context.zone()).toInstant());
  }

  /// Seconds since 1970 began in UTC, fractions dropped.
  public static long unixTimestamp(Instant moment) {
    return moment.getEpochSecond();
  }

  public static long unixTimestamp(LocalDate date) {
    return date.toEpochDay() * SECONDS_OF_DAY;
  }

  /// Seconds since midnight.
  public static long unixTimestamp(LocalTime time) {
    return time.toSecondOfDay();
  }

  /// The moment `seconds` seconds after 1970 began in UTC, to the millisecond.
  ///
  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static Instant fromUnixTime(BigDecimal seconds) {
    if (seconds.abs().compareTo(MOST_DAYS.multiply(DAY_IN_SECONDS)) > 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return checked(Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
  }

  /// @throws FormulaException `RANGE`
  static Instant checked(Instant moment) {
    if (moment.isBefore(FIRST) || !moment.isBefore(AFTER_LAST)) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return moment;
  }

  /// The same day and time of a text, in UTC.
  static Instant of(LocalDate date, int hour, int minute, int second) {
    try {
      return date.atTime(hour, minute, second).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      throw FormulaException.of(ErrorKind.NOT_A_DATE);
    }
  }

  private static long seconds(BigDecimal days) {
    if (days.abs().compareTo(MOST_DAYS) > 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return days.multiply(DAY_IN_SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
