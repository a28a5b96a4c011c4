package dev.huozi.formula.time;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import dev.huozi.formula.value.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// A working calendar: a weekly pattern, and days that differ from it (holidays, make-up days 调休).
///
/// Holidays are published year by year. Days of later years follow the weekly pattern;
/// [#isPublished] tells.
public final class CalendarTable implements WorkCalendar {
  private static final int MAX_STEPS = 1_000_000;

  private final Set<DayOfWeek> workdays;
  private final NavigableMap<LocalDate, Boolean> exceptions;
  private final int lastPublishedYear;

  /// @param workdays the days of the week that are worked
  /// @param exceptions true for a working day, false for a day off, whatever the weekly pattern
  ///   says
  /// @param lastPublishedYear the last year whose exceptions are known; `Integer.MAX_VALUE` when
  ///   there is no such limit
  public CalendarTable(
      Set<DayOfWeek> workdays, Map<LocalDate, Boolean> exceptions, int lastPublishedYear) {
    this.workdays = workdays.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(workdays);
    this.exceptions = new TreeMap<>(exceptions);
    this.lastPublishedYear = lastPublishedYear;
  }

  @Override
  public boolean isWorkday(LocalDate day) {
    Boolean exception = exceptions.get(day);
    return exception != null ? exception : workdays.contains(day.getDayOfWeek());
  }

  /// False for a day whose year's holidays are not published yet.
  public boolean isPublished(LocalDate day) {
    return day.getYear() <= lastPublishedYear;
  }

  @Override
  public long workdaysBetween(LocalDate start, LocalDate end) {
    return end.isBefore(start) ? -count(end, start) : count(start, end);
  }

  private long count(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long count = days / 7 * workdays.size();
    for (long i = days - days % 7; i < days; i++) {
      count += workdays.contains(first.plusDays(i).getDayOfWeek()) ? 1 : 0;
    }
    for (Map.Entry<LocalDate, Boolean> exception :
        exceptions.subMap(first, true, last, true).entrySet()) {
      boolean byPattern = workdays.contains(exception.getKey().getDayOfWeek());
      count += (exception.getValue() ? 1 : 0) - (byPattern ? 1 : 0);
    }
    return count;
  }

  @Override
  public LocalDate plusWorkdays(LocalDate start, int days) {
    if (Math.abs((long) days) > MAX_STEPS || workdays.isEmpty() && days != 0) {
      throw FormulaException.of(ErrorKind.RANGE);
    }
    int step = days < 0 ? -1 : 1;
    LocalDate day = start;
    for (int left = Math.abs(days); left > 0; ) {
      day = day.plusDays(step);
      left -= isWorkday(day) ? 1 : 0;
    }
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw FormulaException.of(ErrorKind.NOT_A_DATE);
    }
    return day;
  }
}
