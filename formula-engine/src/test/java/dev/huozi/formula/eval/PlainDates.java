package dev.huozi.formula.eval;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Functions on dates and times, by counting.
final class PlainDates {
  static final Set<String> NAMES =
      Set.of(
          "DATE",
          "DATEVALUE",
          "DATETIMEVALUE",
          "TIMEVALUE",
          "TODAY",
          "NOW",
          "TIMENOW",
          "YEAR",
          "QUARTER",
          "MONTH",
          "DAY",
          "WEEKDAY",
          "DAYOFYEAR",
          "HOUR",
          "MINUTE",
          "SECOND",
          "MILLISECOND",
          "ISOWEEK",
          "ISOYEAR",
          "ADDMONTHS",
          "UNIXTIMESTAMP",
          "FROMUNIXTIME",
          "FORMATDURATION",
          "DATEDIF",
          "WORKDAY",
          "NETWORKDAYS",
          "WORKDAYS");

  /// Days off of the calendar `cn` in generated cases, beside weekends.
  static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.of(2024, 2, 12),
          LocalDate.of(2024, 2, 13),
          LocalDate.of(2024, 5, 1),
          LocalDate.of(2024, 10, 1));

  /// A Sunday that is worked.
  static final Set<LocalDate> MAKE_UP = Set.of(LocalDate.of(2024, 2, 18));

  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DATETIME =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2}) (\\d{1,2}):(\\d{1,2}):(\\d{1,2}) *");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})\\.(\\d{3})");

  private PlainDates() {}

  static @Nullable Object call(String name, List<@Nullable Object> a, Instant now, ZoneId zone) {
    Object first = a.isEmpty() ? null : a.getFirst();
    LocalDate date =
        first instanceof LocalDate day
            ? day
            : first instanceof Instant moment ? moment.atZone(zone).toLocalDate() : null;
    LocalTime time = first instanceof LocalTime each ? each : null;
    return switch (name) {
      case "DATE" -> date(number(a, 0), number(a, 1), number(a, 2));
      case "DATEVALUE" -> first instanceof String text ? parsedDate(text) : date;
      case "DATETIMEVALUE" ->
          first instanceof String text
              ? parsedMoment(text)
              : first instanceof Instant ? first : date.atStartOfDay().toInstant(ZoneOffset.UTC);
      case "TIMEVALUE" ->
          first instanceof String text
              ? parsedTime(text)
              : first instanceof Instant moment ? moment.atZone(zone).toLocalTime() : first;
      case "TODAY" -> now.atZone(zone).toLocalDate();
      case "NOW" -> now;
      case "TIMENOW" -> now.atZone(zone).toLocalTime();
      case "YEAR" -> whole(date.getYear());
      case "QUARTER" -> whole((date.getMonthValue() - 1) / 3 + 1);
      case "MONTH" -> whole(date.getMonthValue());
      case "DAY" -> whole(date.getDayOfMonth());
      case "WEEKDAY" -> whole(Math.floorMod(date.toEpochDay() + 4, 7L) + 1);
      case "DAYOFYEAR" ->
          whole(date.toEpochDay() - LocalDate.of(date.getYear(), 1, 1).toEpochDay() + 1);
      case "HOUR" -> whole(time.getHour());
      case "MINUTE" -> whole(time.getMinute());
      case "SECOND" -> whole(time.getSecond());
      case "MILLISECOND" -> whole(time.getNano() / 1_000_000);
      case "ISOWEEK" -> whole((thursday(date).getDayOfYear() - 1) / 7 + 1);
      case "ISOYEAR" -> whole(thursday(date).getYear());
      case "ADDMONTHS" -> addMonths(first, number(a, 1), zone);
      case "UNIXTIMESTAMP" ->
          first instanceof LocalTime
              ? whole(time.toSecondOfDay())
              : first instanceof Instant moment
                  ? whole(moment.getEpochSecond())
                  : whole(date.toEpochDay() * 86_400);
      case "FROMUNIXTIME" ->
          PlainFunctions.moment(
              Instant.ofEpochMilli(
                  ((BigDecimal) first).multiply(BigDecimal.valueOf(1000)).longValue()));
      case "FORMATDURATION" -> duration(a);
      case "DATEDIF" -> whole(difference(date, (LocalDate) a.get(1), (String) a.get(2)));
      case "WORKDAY" -> workday(date, number(a, 1));
      case "NETWORKDAYS" -> whole(workdays(date, (LocalDate) a.get(1)));
      case "WORKDAYS" ->
          first instanceof String
              ? whole(workdays((LocalDate) a.get(1), (LocalDate) a.get(2)))
              : whole(workdays(date, (LocalDate) a.get(1)));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }

  private static int number(List<@Nullable Object> arguments, int index) {
    return PlainTexts.whole((BigDecimal) java.util.Objects.requireNonNull(arguments.get(index)));
  }

  private static LocalDate date(int year, int month, int day) {
    if (year < 1
        || year > 9999
        || month < 1
        || month > 12
        || day < 1
        || day > YearMonth.of(year, month).lengthOfMonth()) {
      throw new PlainError("no such day");
    }
    return LocalDate.of(year, month, day);
  }

  private static LocalDate parsedDate(String text) {
    Matcher matcher = matched(DATE, text);
    return date(group(matcher, 1), group(matcher, 2), group(matcher, 3));
  }

  private static Instant parsedMoment(String text) {
    Matcher matcher = matched(DATETIME, text);
    LocalDate date = date(group(matcher, 1), group(matcher, 2), group(matcher, 3));
    return time(group(matcher, 4), group(matcher, 5), group(matcher, 6), 0)
        .atDate(date)
        .toInstant(ZoneOffset.UTC);
  }

  private static LocalTime parsedTime(String text) {
    Matcher matcher = matched(TIME, text);
    return time(group(matcher, 1), group(matcher, 2), group(matcher, 3), group(matcher, 4));
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new PlainError("not a date");
    }
    return matcher;
  }

  private static int group(Matcher matcher, int index) {
    return Integer.parseInt(matcher.group(index));
  }

  private static LocalTime time(int hour, int minute, int second, int millis) {
    try {
      return LocalTime.of(hour, minute, second, millis * 1_000_000);
    } catch (DateTimeException e) {
      throw new PlainError("no such time");
    }
  }

  /// The Thursday of the day's week: it is in the week's year.
  private static LocalDate thursday(LocalDate date) {
    return date.plusDays(4 - date.getDayOfWeek().getValue());
  }

  private static Object addMonths(@Nullable Object start, int months, ZoneId zone) {
    if (Math.abs((long) months) > 200_000) {
      throw new PlainError("range");
    }
    if (start instanceof LocalDate date) {
      return addMonths(date, months);
    }
    LocalDateTime local = ((Instant) start).atZone(zone).toLocalDateTime();
    LocalDate moved = addMonths(local.toLocalDate(), months);
    return PlainFunctions.moment(moved.atTime(local.toLocalTime()).atZone(zone).toInstant());
  }

  private static LocalDate addMonths(LocalDate date, int months) {
    YearMonth target = YearMonth.from(date).plusMonths(months);
    boolean last = date.plusDays(1).getDayOfMonth() == 1;
    if (target.getYear() < 1 || target.getYear() > 9999) {
      throw new PlainError("range");
    }
    return last
        ? target.atEndOfMonth()
        : target.atDay(Math.min(date.getDayOfMonth(), target.lengthOfMonth()));
  }

  private static String duration(List<@Nullable Object> arguments) {
    Object first = arguments.getFirst();
    if (first instanceof BigDecimal seconds) {
      return clock(
          Math.abs(seconds.longValue()),
          arguments.size() > 1 && Boolean.TRUE.equals(arguments.get(1)));
    }
    if (first instanceof Instant start) {
      return clock(
          Math.abs(((Instant) arguments.get(1)).toEpochMilli() - start.toEpochMilli()) / 1000,
          true);
    }
    long millis =
        PlainFunctions.millis((LocalTime) arguments.get(1))
            - PlainFunctions.millis((LocalTime) first);
    return clock(Math.abs(millis) / 1000, false);
  }

  private static String clock(long seconds, boolean days) {
    long hours = seconds / 3600;
    String start = days ? hours / 24 + ":" : "";
    return start
        + "%02d:%02d:%02d".formatted(days ? hours % 24 : hours, seconds % 3600 / 60, seconds % 60);
  }

  /// Complete months, counted one by one.
  private static long difference(LocalDate start, LocalDate end, String unit) {
    if (start.isAfter(end)) {
      throw new PlainError("backward");
    }
    long days = end.toEpochDay() - start.toEpochDay();
    long months = 0;
    while (reached(start, months + 1, end)) {
      months++;
    }
    return switch (unit.toUpperCase(java.util.Locale.ROOT)) {
      case "Y" -> months / 12;
      case "M" -> months;
      case "D" -> days;
      case "YM" -> months % 12;
      case "MD" -> end.toEpochDay() - start.plusMonths(months).toEpochDay();
      case "YD" -> end.toEpochDay() - start.plusYears(months / 12).toEpochDay();
      default -> throw new PlainError("unit");
    };
  }

  private static boolean reached(LocalDate start, long months, LocalDate end) {
    YearMonth month = YearMonth.from(start).plusMonths(months);
    YearMonth last = YearMonth.from(end);
    return month.isBefore(last)
        || month.equals(last) && end.getDayOfMonth() >= start.getDayOfMonth();
  }

  private static boolean isWorked(LocalDate date) {
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return MAKE_UP.contains(date) || !weekend && !HOLIDAYS.contains(date);
  }

  private static LocalDate workday(LocalDate start, int days) {
    if (Math.abs((long) days) > 4_000_000) {
      throw new PlainError("too far");
    }
    LocalDate day = start;
    for (int left = Math.abs(days); left > 0; ) {
      day = PlainFunctions.day(day.toEpochDay() + (days > 0 ? 1 : -1));
      left -= isWorked(day) ? 1 : 0;
    }
    return day;
  }

  private static long workdays(LocalDate start, LocalDate end) {
    if (end.isBefore(start)) {
      return -workdays(end, start);
    }
    return start.datesUntil(end.plusDays(1)).filter(PlainDates::isWorked).count();
  }
}
