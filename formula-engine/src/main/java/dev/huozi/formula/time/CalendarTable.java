package dev.huozi.formula.time;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import dev.huozi.formula.value.WorkCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A working calendar: how much of each day of the week is worked (0 to 1), and days that differ
/// from it (holidays, make-up days 调休, half days). A day of which any part is worked is a working
/// day.
///
/// Holidays are published year by year. Days of later years follow the weekly pattern;
/// [#isPublished] tells. Questions about any span of time take a few steps: differing days carry
/// running totals.
public final class CalendarTable implements WorkCalendar {
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private final List<BigDecimal> week;
  private final Map<LocalDate, BigDecimal> exceptions;
  private final int lastPublishedYear;
  private final RunningTotals counts;
  private final RunningTotals amounts;

  /// @param workdays the days of the week that are worked
  /// @param exceptions true for a working day, false for a day off, whatever the weekly pattern
  ///   says
  /// @param lastPublishedYear the last year whose exceptions are known; `Integer.MAX_VALUE` when
  ///   there is no such limit
  public CalendarTable(
      Set<DayOfWeek> workdays, Map<LocalDate, Boolean> exceptions, int lastPublishedYear) {
    this(week(workdays), values(exceptions), lastPublishedYear);
  }

  private CalendarTable(
      List<BigDecimal> week, Map<LocalDate, BigDecimal> exceptions, int lastPublishedYear) {
    this.week = List.copyOf(week);
    this.exceptions = Map.copyOf(exceptions);
    this.lastPublishedYear = lastPublishedYear;
    TreeMap<LocalDate, BigDecimal> sorted = new TreeMap<>(exceptions);
    this.counts =
        new RunningTotals(week.stream().map(CalendarTable::counted).toList(), sorted, true);
    this.amounts = new RunningTotals(week, sorted, false);
  }

  /// A calendar with half days.
  ///
  /// @param week how much of Monday to Sunday is worked, seven values from 0 to 1
  /// @param exceptions how much of the days that differ is worked
  /// @param lastPublishedYear the last year whose exceptions are known; `Integer.MAX_VALUE` when
  ///   there is no such limit
  /// @throws IllegalArgumentException for other than seven days, or a value outside 0 to 1
  public static CalendarTable of(
      List<BigDecimal> week, Map<LocalDate, BigDecimal> exceptions, int lastPublishedYear) {
    if (week.size() != 7) {
      throw new IllegalArgumentException(
          "A week has (%d) values.\nMaybe give seven, Monday first.".formatted(week.size()));
    }
    week.forEach(value -> checkValue("the week", value));
    exceptions.forEach((day, value) -> checkValue(day, value));
    return new CalendarTable(week, exceptions, lastPublishedYear);
  }

  @Override
  public boolean isWorkday(LocalDate day) {
    return value(day).signum() > 0;
  }

  /// How much of the day is worked, 0 to 1.
  public BigDecimal value(LocalDate day) {
    BigDecimal exception = exceptions.get(day);
    return exception != null ? exception : week.get(day.getDayOfWeek().ordinal());
  }

  /// False for a day whose year's holidays are not published yet.
  public boolean isPublished(LocalDate day) {
    return day.getYear() <= lastPublishedYear;
  }

  @Override
  public boolean isPublished(LocalDate start, LocalDate end) {
    return isPublished(end.isBefore(start) ? start : end);
  }

  @Override
  public long workdaysBetween(LocalDate start, LocalDate end) {
    return end.isBefore(start) ? -count(end, start) : count(start, end);
  }

  @Override
  public BigDecimal workdayTotal(LocalDate start, LocalDate end) {
    boolean backward = end.isBefore(start);
    LocalDate first = backward ? end : start;
    LocalDate last = backward ? start : end;
    BigDecimal total = amounts.between(first.toEpochDay(), last.toEpochDay());
    return backward ? total.negate() : total;
  }

  /// The day itself for zero. Found by halving the span of days in which it must lie.
  ///
  /// @throws FormulaException `RANGE` when there is none in the years 1 to 9999
  @Override
  public LocalDate plusWorkdays(LocalDate start, int days) {
    if (days == 0) {
      return start;
    }
    long origin = start.toEpochDay();
    long sign = days < 0 ? -1 : 1;
    long wanted = Math.abs((long) days);
    long most = days < 0 ? origin - FIRST_DAY : LAST_DAY - origin;
    if (most < 1 || passed(origin, sign * most) < wanted) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    long tooFew = 0;
    long enough = most;
    while (enough - tooFew > 1) {
      long middle = (tooFew + enough) / 2;
      if (passed(origin, sign * middle) >= wanted) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return LocalDate.ofEpochDay(origin + sign * enough);
  }

  /// Working days among the `distance` days after (or before) `origin`.
  private long passed(long origin, long distance) {
    return distance > 0
        ? counts.between(origin + 1, origin + distance).longValue()
        : counts.between(origin + distance, origin - 1).longValue();
  }

  private long count(LocalDate first, LocalDate last) {
    return counts.between(first.toEpochDay(), last.toEpochDay()).longValue();
  }

  private static BigDecimal counted(BigDecimal value) {
    return value.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private static List<BigDecimal> week(Set<DayOfWeek> workdays) {
    List<BigDecimal> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(workdays.contains(day) ? BigDecimal.ONE : BigDecimal.ZERO);
    }
    return week;
  }

  private static Map<LocalDate, BigDecimal> values(Map<LocalDate, Boolean> exceptions) {
    Map<LocalDate, BigDecimal> values = new TreeMap<>();
    exceptions.forEach((day, worked) -> values.put(day, worked ? BigDecimal.ONE : BigDecimal.ZERO));
    return values;
  }

  private static void checkValue(Object day, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The calendar's value (%s) of (%s) is not between 0 and 1.\nMaybe 0.5 for half a day."
              .formatted(value, day));
    }
  }

  /// Sums over spans of days: whole weeks by multiplication, differing days by the difference of
  /// two running totals.
  private static final class RunningTotals {
    private static final long MONDAY = LocalDate.of(1, 1, 1).toEpochDay();

    private final BigDecimal[] weekTotals;
    private final long[] days;
    private final BigDecimal[] corrections;

    /// @param counting whether a part of a day counts as one
    RunningTotals(
        List<BigDecimal> week, TreeMap<LocalDate, BigDecimal> exceptions, boolean counting) {
      weekTotals = totals(week);
      days = exceptions.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
      List<BigDecimal> differences = new ArrayList<>();
      exceptions.forEach((day, value) -> {
        BigDecimal actual = counting ? counted(value) : value;
        differences.add(actual.subtract(week.get(day.getDayOfWeek().ordinal())));
      });
      corrections = totals(differences);
    }

    BigDecimal between(long first, long last) {
      BigDecimal byWeek = weekly(last + 1).subtract(weekly(first));
      return byWeek.add(corrections[index(last + 1)]).subtract(corrections[index(first)]);
    }

    /// The weekly pattern's sum from a Monday long ago to the day before.
    private BigDecimal weekly(long before) {
      long count = before - MONDAY;
      BigDecimal weeks = BigDecimal.valueOf(Math.floorDiv(count, 7L)).multiply(weekTotals[7]);
      return weeks.add(weekTotals[(int) Math.floorMod(count, 7L)]);
    }

    /// How many differing days lie before a day.
    private int index(long before) {
      int at = Arrays.binarySearch(days, before);
      return at < 0 ? -at - 1 : at;
    }

    private static BigDecimal[] totals(List<BigDecimal> values) {
      List<BigDecimal> totals = new ArrayList<>(Collections.singletonList(BigDecimal.ZERO));
      values.forEach(value -> totals.add(totals.getLast().add(value)));
      return totals.toArray(BigDecimal[]::new);
    }
  }
}
