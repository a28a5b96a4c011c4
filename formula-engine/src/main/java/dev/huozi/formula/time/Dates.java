package dev.huozi.formula.time;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/// Calendar dates of the years 1 to 9999. A day, a month, a year that does not exist is an error,
/// never rolled over.
public final class Dates {
  private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(4_000_000);
  private static final int MOST_MONTHS = 200_000;

  private Dates() {}

  /// @throws FormulaException `NOT_A_DATE`
  public static LocalDate date(int year, int month, int day) {
    if (year < 1 || year > 9999) {
      throw FormulaException.of(ErrorKind.NOT_A_DATE);
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException _) {
      throw FormulaException.of(ErrorKind.NOT_A_DATE);
    }
  }

  public static LocalDate today(EvaluationContext context) {
    return context.today();
  }

  /// The day of a moment in the context's zone.
  ///
  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static LocalDate dateValue(EvaluationContext context, Instant moment) {
    return checked(LocalDate.ofInstant(moment, context.zone()));
  }

  /// `days` days later; a fraction of a day is cut toward zero first.
  ///
  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static LocalDate plusDays(LocalDate date, BigDecimal days) {
    return checked(date.plusDays(wholeDays(days)));
  }

  /// `days` days earlier; a fraction of a day is cut toward zero first.
  ///
  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static LocalDate minusDays(LocalDate date, BigDecimal days) {
    return checked(date.minusDays(wholeDays(days)));
  }

  /// Days from `start` to `end`: `end - start`.
  public static long difference(LocalDate end, LocalDate start) {
    return end.toEpochDay() - start.toEpochDay();
  }

  /// `months` months later. The last day of a month stays the last day; else the day stays, or is
  /// the month's last one where there are fewer.
  ///
  /// @throws FormulaException `RANGE` outside the years 1 to 9999
  public static LocalDate addMonths(LocalDate date, int months) {
    if (months > MOST_MONTHS || months < -MOST_MONTHS) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    LocalDate moved = date.plusMonths(months);
    boolean last = date.getDayOfMonth() == date.lengthOfMonth();
    return checked(last ? moved.withDayOfMonth(moved.lengthOfMonth()) : moved);
  }

  public static int year(LocalDate date) {
    return date.getYear();
  }

  public static int month(LocalDate date) {
    return date.getMonthValue();
  }

  public static int day(LocalDate date) {
    return date.getDayOfMonth();
  }

  public static int quarter(LocalDate date) {
    return (date.getMonthValue() + 2) / 3;
  }

  /// 1 for Sunday to 7 for Saturday.
  public static int weekday(LocalDate date) {
    return date.getDayOfWeek().getValue() % 7 + 1;
  }

  public static int dayOfYear(LocalDate date) {
    return date.getDayOfYear();
  }

  /// The week of ISO 8601: weeks begin on Monday, the first one has the year's first Thursday.
  public static int isoWeek(LocalDate date) {
    return date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  /// The year to which the week of ISO 8601 belongs.
  public static int isoYear(LocalDate date) {
    return date.get(IsoFields.WEEK_BASED_YEAR);
  }

  public static int isoWeek(EvaluationContext context, Instant moment) {
    return isoWeek(dateValue(context, moment));
  }

  public static int isoYear(EvaluationContext context, Instant moment) {
    return isoYear(dateValue(context, moment));
  }

  /// The difference in a unit of Excel's function of this name:
  ///
  /// - `Y`, `M`, `D`: complete years, complete months, days. A month is complete when the day of
  ///   the month is reached: from 31 January it is not on 28 February.
  /// - `YM`: complete months without the complete years, 0 to 11.
  /// - `MD`: days since the last complete month (the start's day in that month, or its last day):
  ///   never negative, where Excel's own answer can be.
  /// - `YD`: days since the last complete year (29 February counts as 28 February in common years).
  ///
  /// @throws FormulaException `RANGE` when `end` is before `start`, or for another unit
  public static long dateDif(LocalDate start, LocalDate end, String unit) {
    if (end.isBefore(start)) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    long months = completeMonths(start, end);
    return switch (unit.toUpperCase(Locale.ROOT)) {
      case "Y" -> months / 12;
      case "M" -> months;
      case "D" -> difference(end, start);
      case "YM" -> months % 12;
      case "MD" -> difference(end, start.plusMonths(months));
      case "YD" -> difference(end, start.plusYears(months / 12));
      default -> throw FormulaException.of(ErrorKind.RANGE);
    };
  }

  private static long completeMonths(LocalDate start, LocalDate end) {
    long months =
        (end.getYear() - start.getYear()) * 12L + end.getMonthValue() - start.getMonthValue();
    return end.getDayOfMonth() < start.getDayOfMonth() ? months - 1 : months;
  }

  /// @throws FormulaException `RANGE`
  static LocalDate checked(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return date;
  }

  private static long wholeDays(BigDecimal days) {
    if (days.abs().compareTo(MOST_DAYS) > 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    return days.longValue();
  }
}
