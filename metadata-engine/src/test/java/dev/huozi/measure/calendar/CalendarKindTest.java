package dev.huozi.measure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.time.CalendarTable;
import dev.huozi.metadata.model.Model;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CalendarKindTest {

  private static Calendar calendar(
      @Nullable String holidays, List<Integer> week, Calendar.Day... days) {
    return new Calendar(
        "x",
        LocalizedText.of("历", "Calendar"),
        LocalizedText.EMPTY,
        holidays,
        week,
        List.of(days),
        null);
  }

  private static List<String> problems(Calendar calendar) {
    Issues issues = new Issues();
    CalendarKind.KIND.check(calendar, Model.EMPTY, issues);
    return issues.list().stream().map(Issue::code).map(Object::toString).toList();
  }

  @Test
  void own_days_win_over_public_holidays_and_these_over_the_week() {
    CalendarTable table =
        WorkCalendars.table(
            calendar(
                "CN",
                List.of(1, 1, 1, 1, 1, 0, 0),
                new Calendar.Day("2026-10-01", 1, LocalizedText.EMPTY),
                new Calendar.Day("2026-12-31", 0, LocalizedText.EMPTY)));
    assertThat(table.isWorkday(LocalDate.of(2026, 10, 1))).as("own day").isTrue();
    assertThat(table.isWorkday(LocalDate.of(2026, 10, 2))).as("holiday").isFalse();
    assertThat(table.isWorkday(LocalDate.of(2026, 10, 10))).as("make-up Saturday").isTrue();
    assertThat(table.isWorkday(LocalDate.of(2026, 12, 31))).as("own day off").isFalse();
    assertThat(table.workdaysBetween(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
        .isEqualTo(248);
  }

  @Test
  void everything_wrong_is_reported_at_once() {
    assertThat(
            problems(
                calendar(
                    "XX",
                    List.of(1, 1, 2),
                    new Calendar.Day("2026-02-30", 0, LocalizedText.EMPTY),
                    new Calendar.Day("2026-02-28", 3, LocalizedText.EMPTY),
                    new Calendar.Day("2026-02-28", 1, LocalizedText.EMPTY))))
        .containsExactlyInAnyOrder(
            "CALENDAR_HOLIDAYS",
            "CALENDAR_WEEK",
            "CALENDAR_DATE",
            "CALENDAR_VALUE",
            "CALENDAR_DATE_TWICE");
    assertThat(problems(calendar("CN", List.of(1, 1, 1, 1, 1, 0, 0)))).isEmpty();
  }
}
