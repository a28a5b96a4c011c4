package dev.huozi.formula.function;

import java.util.List;

/// The functions of the chapters date and calendar.
final class DateFunctions {
  private DateFunctions() {}

  static List<FormulaFunction> list() {
    return List.of(
        new DateOf(),
        new DateValue(),
        new DateTimeValue(),
        new TimeValue(),
        new Today(),
        new Now(),
        new TimeNow(),
        new Year(),
        new Quarter(),
        new Month(),
        new Day(),
        new Weekday(),
        new DayOfYear(),
        new Hour(),
        new Minute(),
        new Second(),
        new Millisecond(),
        new IsoWeek(),
        new IsoYear(),
        new AddMonths(),
        new UnixTimestamp(),
        new FromUnixTime(),
        new FormatDuration(),
        new DateDifference(),
        new Workday(),
        new NetWorkdays(),
        new WorkdaysIn());
  }
}
