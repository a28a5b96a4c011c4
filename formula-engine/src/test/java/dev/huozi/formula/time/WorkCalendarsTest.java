package dev.huozi.formula.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class WorkCalendarsTest {
  private final CalendarTable china = PublicHolidays.china();

  @Test
  void china_2026_has_248_working_days_month_by_month() {
    List<Long> months =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> YearMonth.of(2026, month))
            .map(month -> china.workdaysBetween(month.atDay(1), month.atEndOfMonth()))
            .toList();
    assertThat(months).containsExactly(21L, 16L, 22L, 21L, 19L, 21L, 23L, 21L, 22L, 18L, 21L, 23L);
    assertThat(months.stream().mapToLong(Long::longValue).sum()).isEqualTo(248);
  }

  @Test
  void a_make_up_saturday_is_worked_and_a_holiday_monday_is_not() {
    assertThat(china.isWorkday(LocalDate.of(2026, 10, 10))).isTrue();
    assertThat(china.isWorkday(LocalDate.of(2026, 10, 5))).isFalse();
    assertThat(china.isPublished(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(china.isPublished(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(china.isWorkday(LocalDate.of(2030, 10, 1)))
        .as("a Tuesday beyond the published years")
        .isTrue();
  }

  @Test
  void counting_agrees_with_walking_day_by_day() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    Random random = new Random(seed);
    CalendarTable gulf =
        new CalendarTable(
            EnumSet.of(
                DayOfWeek.SUNDAY,
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY),
            Map.of(LocalDate.of(2025, 3, 3), false, LocalDate.of(2025, 3, 7), true),
            Integer.MAX_VALUE);
    for (int round = 0; round < 2_000; round++) {
      CalendarTable calendar = round % 2 == 0 ? china : gulf;
      LocalDate start = LocalDate.of(2022, 6, 1).plusDays(random.nextInt(1_800));
      LocalDate end = start.plusDays(random.nextInt(400));
      long walked = start.datesUntil(end.plusDays(1)).filter(calendar::isWorkday).count();
      assertThat(calendar.workdaysBetween(start, end))
          .as("seed %d %s %s", seed, start, end)
          .isEqualTo(walked);
      int days = random.nextInt(60) + 1;
      LocalDate later = calendar.plusWorkdays(start, days);
      assertThat(calendar.isWorkday(later)).isTrue();
      assertThat(calendar.workdaysBetween(start.plusDays(1), later))
          .as("seed %d %s", seed, start)
          .isEqualTo(days);
      LocalDate earlier = calendar.plusWorkdays(start, -days);
      assertThat(calendar.workdaysBetween(earlier, start.minusDays(1)))
          .as("seed %d %s", seed, start)
          .isEqualTo(days);
    }
  }

  @Test
  void end_of_month_stays_the_end_of_month() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      LocalDate date = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(80_000));
      int months = random.nextInt(600) - 300;
      LocalDate moved = Dates.addMonths(date, months);
      assertThat(YearMonth.from(moved)).isEqualTo(YearMonth.from(date).plusMonths(months));
      boolean last = date.getDayOfMonth() == date.lengthOfMonth();
      int expected =
          last ? moved.lengthOfMonth() : Math.min(date.getDayOfMonth(), moved.lengthOfMonth());
      assertThat(moved.getDayOfMonth()).as("seed %d %s %d", seed, date, months).isEqualTo(expected);
    }
  }
}
