package dev.huozi.formula.time;

import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import dev.huozi.formula.value.WorkCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The functions over a working calendar. A result that rests on days whose holidays are not yet
/// known is noted in the context.
public final class Workdays {
  private Workdays() {}

  /// @throws FormulaException `RANGE` beyond the years 1 to 9999, `MISSING` without a default
  ///   calendar
  public static LocalDate plus(EvaluationContext context, LocalDate start, int days) {
    return moved(context, null, start, days);
  }

  /// @throws FormulaException `RANGE` beyond the years 1 to 9999, `MISSING` without that calendar
  public static LocalDate plus(
      EvaluationContext context, LocalDate start, int days, String calendar) {
    return moved(context, calendar, start, days);
  }

  /// @throws FormulaException `MISSING` without a default calendar
  public static long between(EvaluationContext context, LocalDate start, LocalDate end) {
    return calendar(context, null, start, end).workdaysBetween(start, end);
  }

  /// @throws FormulaException `MISSING` without that calendar
  public static long between(
      EvaluationContext context, LocalDate start, LocalDate end, String calendar) {
    return calendar(context, calendar, start, end).workdaysBetween(start, end);
  }

  /// @throws FormulaException `MISSING` without a default calendar
  public static BigDecimal total(EvaluationContext context, LocalDate start, LocalDate end) {
    return calendar(context, null, start, end).workdayTotal(start, end);
  }

  /// @throws FormulaException `MISSING` without that calendar
  public static BigDecimal total(
      EvaluationContext context, String calendar, LocalDate start, LocalDate end) {
    return calendar(context, calendar, start, end).workdayTotal(start, end);
  }

  private static LocalDate moved(
      EvaluationContext context, @Nullable String name, LocalDate start, int days) {
    LocalDate day = context.calendar(name).plusWorkdays(start, days);
    calendar(context, name, start, day);
    return day;
  }

  private static WorkCalendar calendar(
      EvaluationContext context, @Nullable String name, LocalDate start, LocalDate end) {
    WorkCalendar calendar = context.calendar(name);
    boolean forward = !end.isBefore(start);
    if (!calendar.isPublished(forward ? start : end, forward ? end : start)) {
      context.markUnpublishedDays();
    }
    return calendar;
  }
}
