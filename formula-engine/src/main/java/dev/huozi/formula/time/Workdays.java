package dev.huozi.formula.time;

import dev.huozi.formula.value.EvaluationContext;
import java.time.LocalDate;

/// WORKDAY, NETWORKDAYS and WORKDAYS over the calendars of the context.
public final class Workdays {
  private Workdays() {}

  public static LocalDate plus(EvaluationContext context, LocalDate start, int days) {
    context.charge(Math.abs((long) days));
    return context.calendar(null).plusWorkdays(start, days);
  }

  public static LocalDate plus(
      EvaluationContext context, LocalDate start, int days, String calendar) {
    context.charge(Math.abs((long) days));
    return context.calendar(calendar).plusWorkdays(start, days);
  }

  public static long between(EvaluationContext context, LocalDate start, LocalDate end) {
    return context.calendar(null).workdaysBetween(start, end);
  }

  public static long between(
      EvaluationContext context, LocalDate start, LocalDate end, String calendar) {
    return context.calendar(calendar).workdaysBetween(start, end);
  }

  /// The calendar first, as in WORKDAYS("cn", a, b).
  public static long inCalendar(
      EvaluationContext context, String calendar, LocalDate start, LocalDate end) {
    return between(context, start, end, calendar);
  }
}
