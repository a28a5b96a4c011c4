package dev.huozi.measure.calendar;

import dev.huozi.formula.time.PublicHolidays;
import dev.huozi.measure.MeasureError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Kind `calendar`.
@Singleton
public final class CalendarKind implements MetadataKind<Calendar> {
  public static final CalendarKind KIND = new CalendarKind();
  private static final int MAX_DAYS = 4_000;

  @Override
  public String id() {
    return "calendar";
  }

  @Override
  public String folder() {
    return "calendars";
  }

  @Override
  public Class<Calendar> type() {
    return Calendar.class;
  }

  @Override
  public List<Reference> references(Calendar calendar) {
    return List.of();
  }

  @Override
  public void check(Calendar calendar, ModelView model, Issues issues) {
    String holidays = calendar.holidays();
    if (holidays != null && !PublicHolidays.countries().contains(holidays)) {
      issues.error(
          MeasureError.CALENDAR_HOLIDAYS,
          "holidays",
          "country",
          holidays,
          "choices",
          PublicHolidays.countries());
    }
    if (calendar.week().size() != 7
        || !calendar.week().stream().allMatch(CalendarKind::isDayValue)) {
      issues.error(MeasureError.CALENDAR_WEEK, "week", "week", calendar.week());
    }
    if (calendar.days().size() > MAX_DAYS) {
      issues.error(
          MeasureError.CALENDAR_DAYS, "days", "count", calendar.days().size(), "maximum", MAX_DAYS);
    }
    Set<String> seen = new HashSet<>();
    for (Calendar.Day day : calendar.days()) {
      check(day, seen, issues);
    }
  }

  private static void check(Calendar.Day day, Set<String> seen, Issues issues) {
    String path = "days." + day.date();
    if (!isDate(day.date())) {
      issues.error(MeasureError.CALENDAR_DATE, path, "date", day.date());
    }
    if (!seen.add(day.date())) {
      issues.error(MeasureError.CALENDAR_DATE_TWICE, path, "date", day.date());
    }
    if (!isDayValue(day.value())) {
      issues.error(MeasureError.CALENDAR_VALUE, path + ".value", "value", day.value());
    }
  }

  private static boolean isDayValue(int value) {
    return value == 0 || value == 1;
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
