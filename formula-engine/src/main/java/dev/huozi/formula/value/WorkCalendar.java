package dev.huozi.formula.value;

import java.time.LocalDate;

/// Which days are working days. The implementation over weekly pattern, holidays and make-up days is
/// `formula.time`'s.
public interface WorkCalendar {
  boolean isWorkday(LocalDate day);

  /// Working days in `[start, end]`, both ends counted; negative when `end` is before `start`.
  long workdaysBetween(LocalDate start, LocalDate end);

  /// The working day that lies `days` working days after (or before) `start`.
  LocalDate plusWorkdays(LocalDate start, int days);
}
