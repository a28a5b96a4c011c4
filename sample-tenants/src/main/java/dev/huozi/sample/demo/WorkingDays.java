package dev.huozi.sample.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Working days of China: Monday to Friday, but for public holidays and the weekend days worked in
/// exchange (调休). Beyond the years in `china-working-days.csv` the week alone decides.
public final class WorkingDays {
  private static final WorkingDays CHINA = read();

  private final Set<LocalDate> off;
  private final Set<LocalDate> work;

  private WorkingDays(Set<LocalDate> off, Set<LocalDate> work) {
    this.off = Set.copyOf(off);
    this.work = Set.copyOf(work);
  }

  public static WorkingDays china() {
    return CHINA;
  }

  public boolean isWorkingDay(LocalDate day) {
    if (work.contains(day)) {
      return true;
    }
    return !isWeekend(day) && !off.contains(day);
  }

  /// True for a weekend day that is worked in exchange for a holiday.
  boolean isMakeUpDay(LocalDate day) {
    return work.contains(day);
  }

  /// The last `count` working days before `day`, earliest first.
  List<LocalDate> before(LocalDate day, int count) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate at = day.minusDays(1); days.size() < count; at = at.minusDays(1)) {
      if (isWorkingDay(at)) {
        days.add(at);
      }
    }
    Collections.reverse(days);
    return days;
  }

  /// The first `count` working days from `day` on, itself included.
  List<LocalDate> from(LocalDate day, int count) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate at = day; days.size() < count; at = at.plusDays(1)) {
      if (isWorkingDay(at)) {
        days.add(at);
      }
    }
    return days;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static WorkingDays read() {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> work = new HashSet<>();
    for (List<String> row : Csv.read("china-working-days.csv")) {
      (row.get(1).equals("work") ? work : off).add(LocalDate.parse(row.get(0)));
    }
    return new WorkingDays(off, work);
  }
}
