package dev.huozi.formula.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
final class MomentsTest {
  private static final Instant NOON = Instant.parse("2024-01-31T12:00:00Z");

  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void partsOfDatesAgreeWithTheLibrary() {
    System.out.println("huozi.seed=" + seed);
    for (int i = 0; i < 5_000; i++) {
      LocalDate date = date();
      String what = "seed %d %s".formatted(seed, date);
      assertThat(Dates.weekday(date))
          .as(what)
          .isEqualTo(date.get(WeekFields.of(Locale.US).dayOfWeek()));
      assertThat(Dates.isoWeek(date))
          .as(what)
          .isEqualTo(date.get(WeekFields.ISO.weekOfWeekBasedYear()));
      assertThat(Dates.isoYear(date)).as(what).isEqualTo(date.get(WeekFields.ISO.weekBasedYear()));
      assertThat(DateTexts.text(date)).as(what).isEqualTo(date.toString());
      assertThat(DateTexts.date(DateTexts.text(date))).as(what).isEqualTo(date);
    }
  }

  @Test
  void dateDifAgreesWithPeriodsOfTheLibraryWhereDaysDoNotRunOut() {
    for (int i = 0; i < 5_000; i++) {
      LocalDate start = date();
      LocalDate end = start.plusDays(random.nextInt(20_000));
      Period period = Period.between(start, end);
      String what = "seed %d %s %s".formatted(seed, start, end);
      assertThat(Dates.dateDif(start, end, "Y")).as(what).isEqualTo(period.getYears());
      assertThat(Dates.dateDif(start, end, "M")).as(what).isEqualTo(period.toTotalMonths());
      assertThat(Dates.dateDif(start, end, "YM")).as(what).isEqualTo(period.getMonths());
      assertThat(Dates.dateDif(start, end, "D"))
          .as(what)
          .isEqualTo(ChronoUnit.DAYS.between(start, end));
      assertThat(Dates.dateDif(start, end, "MD")).as(what).isBetween(0L, 30L);
      assertThat(Dates.dateDif(start, end, "YD")).as(what).isBetween(0L, 365L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 2024-01-31",
    "1, 2024-02-01",
    "-1.5, 2024-01-30",
    "-0.9, 2024-01-31",
    "30, 2024-03-01"
  })
  void aFractionOfADayIsCutFromDates(BigDecimal days, LocalDate expected) {
    assertThat(Dates.plusDays(LocalDate.of(2024, 1, 31), days)).isEqualTo(expected);
    assertThat(Dates.minusDays(LocalDate.of(2024, 1, 31), days.negate())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 2024-02-01T00:00:00Z", "3, 2024-02-03T12:00:00Z", "-0.25, 2024-01-31T06:00:00Z",
    "0.166666, 2024-01-31T16:00:00Z", "0.000005, 2024-01-31T12:00:00Z",
        "0.000006, 2024-01-31T12:00:01Z"
  })
  void aFractionOfADayIsRoundedToTheSecond(BigDecimal days, Instant expected) {
    assertThat(DateTimes.plusDays(NOON, days)).isEqualTo(expected);
    assertThat(DateTimes.minusDays(NOON, days.negate())).isEqualTo(expected);
  }

  @Test
  void differencesOfDatetimesAreExactInSeconds() {
    for (int i = 0; i < 2_000; i++) {
      Instant start = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
      Instant end = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
      BigDecimal days = DateTimes.difference(end, start);
      BigDecimal seconds =
          days.multiply(BigDecimal.valueOf(86_400)).setScale(20, RoundingMode.HALF_UP);
      assertThat(seconds)
          .as("seed %d %s %s", seed, start, end)
          .isEqualByComparingTo(BigDecimal.valueOf(end.getEpochSecond() - start.getEpochSecond()));
      assertThat(DateTimes.plusDays(start, days)).as("seed %d", seed).isEqualTo(end);
    }
    assertThat(DateTimes.difference(NOON.plusMillis(43_200), NOON)).isEqualByComparingTo("0.0005");
  }

  @ParameterizedTest
  @CsvSource({
    "10:34:55.666, 10800000, 13:34:55.666",
    "23:56:45.898, 3600000, 00:56:45.898",
    "00:30:00, -3600000, 23:30:00",
    "10:34:55.666, 1080000000, 22:34:55.666",
    "10:00:00, 1.9, 10:00:00.001",
    "10:00:00, -86400000, 10:00:00",
    "10:00:00, 1E30, 10:00:00"
  })
  void timesWrapAtMidnight(LocalTime time, BigDecimal millis, LocalTime expected) {
    long rest =
        millis.compareTo(new BigDecimal("1E29")) > 0
            ? millis.remainder(BigDecimal.valueOf(86_400_000)).longValue()
            : 0;
    assertThat(Times.plusMillis(time, millis)).isEqualTo(expected.plusNanos(rest * 1_000_000));
    assertThat(Times.minusMillis(time, millis.negate())).isEqualTo(Times.plusMillis(time, millis));
  }

  @Test
  void differencesOfTimesAreNotNegative() {
    LocalTime early = LocalTime.of(1, 0);
    LocalTime late = LocalTime.of(23, 0);
    assertThat(Times.difference(late, early)).isEqualTo(22 * 3_600_000L);
    assertThat(Times.difference(early, late)).isEqualTo(2 * 3_600_000L);
    assertThat(Times.difference(late, late)).isZero();
  }

  @Test
  void theZoneDecidesTheDay() {
    EvaluationContext shanghai =
        EvaluationContext.of(NOON.plusSeconds(6 * 3_600), ZoneId.of("Asia/Shanghai"));
    assertThat(Dates.today(shanghai)).isEqualTo(LocalDate.of(2024, 2, 1));
    assertThat(Dates.dateValue(shanghai, NOON.plusSeconds(6 * 3_600)))
        .isEqualTo(LocalDate.of(2024, 2, 1));
    assertThat(Times.timeNow(shanghai)).isEqualTo(LocalTime.of(2, 0));
    assertThat(DateTimes.addMonths(shanghai, Instant.parse("2024-01-30T16:00:00Z"), 1))
        .as("31 January in Shanghai")
        .isEqualTo(Instant.parse("2024-02-28T16:00:00Z"));
  }

  @Test
  void yearsEndAt9999() {
    fails(() -> Dates.plusDays(LocalDate.of(9999, 12, 31), BigDecimal.ONE));
    fails(() -> Dates.minusDays(LocalDate.of(1, 1, 1), BigDecimal.ONE));
    fails(() -> Dates.plusDays(LocalDate.of(2024, 1, 1), new BigDecimal("1E300")));
    fails(() -> DateTimes.plusDays(NOON, new BigDecimal("3000000")));
    fails(() -> DateTimes.minusDays(NOON, new BigDecimal("1E50")));
    fails(() -> DateTimes.addMonths(EvaluationContext.of(NOON, ZoneOffset.UTC), NOON, 100_000));
    fails(() -> Dates.dateDif(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 1), "D"));
  }

  private static void fails(ThrowingCallable call) {
    assertThatThrownBy(call).isSameAs(FormulaException.of(ErrorKind.RANGE));
  }

  private LocalDate date() {
    return LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000));
  }
}
