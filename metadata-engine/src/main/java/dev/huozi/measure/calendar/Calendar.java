package dev.huozi.measure.calendar;

import dev.huozi.metadata.model.Definition;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A working calendar.
///
/// @param holidays public holidays and make-up days that Huozi knows, by country: `CN`; null for
///   none
/// @param week seven values from Monday to Sunday: 1 worked, 0 off
/// @param days days of the tenant's own; they win over the public ones and over the week
public record Calendar(
    String name,
    LocalizedText label,
    LocalizedText description,
    @Nullable String holidays,
    List<Integer> week,
    List<Day> days,
    @Nullable String was)
    implements Definition {
  public Calendar {
    week = List.copyOf(week);
    days = List.copyOf(days);
  }

  /// One day that differs.
  ///
  /// @param date `2026-12-31`
  /// @param value 1 worked, 0 off
  public record Day(String date, int value, LocalizedText label) {}
}
