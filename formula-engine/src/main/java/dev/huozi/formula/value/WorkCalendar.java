package dev.huozi.formula.value;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Which days are working days, and how much of a day each is. The implementation over weekly
/// pattern, holidays and make-up days is `formula.time`'s.
public interface WorkCalendar {
  boolean isWorkday(LocalDate day);

  /// Working days in `[start, end]`, both ends counted; negative when `end` is before `start`.
  long workdaysBetween(LocalDate start, LocalDate end);

  /// The working day that lies `days` working days after (or before) `start`.
  LocalDate plusWorkdays(LocalDate start, int days);

  /// Like [#workdaysBetween], with half days counted as halves.
  default BigDecimal workdayTotal(LocalDate start, LocalDate end) {
    return BigDecimal.valueOf(workdaysBetween(start, end));
  }

  /// Whether the holidays of all days in `[start, end]` are known. Of others only the weekly
  /// pattern is.
  default boolean isPublished(LocalDate start, LocalDate end) {
    return true;
  }
}
