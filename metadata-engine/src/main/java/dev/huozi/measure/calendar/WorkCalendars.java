package dev.huozi.measure.calendar;

import dev.huozi.formula.time.CalendarTable;
import dev.huozi.formula.time.PublicHolidays;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the calendars of a snapshot into what formulas count with.
public final class WorkCalendars {
  /// The calendar that formulas use when they name none.
  public static final String DEFAULT = "cn_work";

  private WorkCalendars() {}

  /// The calendar of that name, or null.
  public static @Nullable CalendarTable find(MetadataSnapshot snapshot, String name) {
    Calendar calendar = snapshot.find(CalendarKind.KIND, name);
    return calendar == null ? null : table(calendar);
  }

  /// All calendars of the snapshot, by name.
  public static Map<String, CalendarTable> all(MetadataSnapshot snapshot) {
    Map<String, CalendarTable> tables = new HashMap<>();
    snapshot
        .all(CalendarKind.KIND)
        .forEach(calendar -> tables.put(calendar.name(), table(calendar)));
    return Map.copyOf(tables);
  }

  static CalendarTable table(Calendar calendar) {
    Set<DayOfWeek> workdays = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (calendar.week().get(day.ordinal()) == 1) {
        workdays.add(day);
      }
    }
    Map<LocalDate, Boolean> days = new HashMap<>();
    String holidays = calendar.holidays();
    int lastYear = Integer.MAX_VALUE;
    if (holidays != null) {
      days.putAll(PublicHolidays.of(holidays));
      lastYear = PublicHolidays.lastYear(holidays);
    }
    calendar.days().forEach(day -> days.put(LocalDate.parse(day.date()), day.value() == 1));
    return new CalendarTable(workdays, days, lastYear);
  }
}
