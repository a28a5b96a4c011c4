package dev.huozi.formula.time;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Dates, datetimes and times as text and back.
///
/// Read are `2024-1-5` (a year has four digits; month and day one or two), `2024-1-5 9:00:00` in
/// UTC (blanks may follow), and `9:00:00.000` (milliseconds have three digits). Everything else is
/// an error.
public final class DateTexts {
  private DateTexts() {}

  /// @throws FormulaException `NOT_A_DATE`
  public static LocalDate date(String text) {
    Reader reader = new Reader(text);
    LocalDate date = reader.date();
    reader.end();
    return date;
  }

  /// @throws FormulaException `NOT_A_DATE`
  public static Instant dateTime(String text) {
    Reader reader = new Reader(text);
    LocalDate date = reader.date();
    reader.skip(' ');
    int hour = reader.number(1, 2);
    reader.skip(':');
    int minute = reader.number(1, 2);
    reader.skip(':');
    int second = reader.number(1, 2);
    reader.blanks();
    reader.end();
    return DateTimes.of(date, hour, minute, second);
  }

  /// @throws FormulaException `NOT_A_DATE`
  public static LocalTime time(String text) {
    Reader reader = new Reader(text);
    int hour = reader.number(1, 2);
    reader.skip(':');
    int minute = reader.number(1, 2);
    reader.skip(':');
    int second = reader.number(1, 2);
    reader.skip('.');
    int millis = reader.number(3, 3);
    reader.end();
    try {
      return LocalTime.of(hour, minute, second, millis * 1_000_000);
    } catch (DateTimeException _) {
      throw FormulaException.of(ErrorKind.NOT_A_DATE);
    }
  }

  /// `2024-01-31`
  public static String text(LocalDate date) {
    return append(new StringBuilder(10), date).toString();
  }

  /// `2024-01-31 10:00:00Z`, in UTC; fractions of a second are dropped.
  public static String text(Instant moment) {
    ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
    StringBuilder text = append(new StringBuilder(20), utc.toLocalDate()).append(' ');
    return append(text, utc.toLocalTime()).append('Z').toString();
  }

  /// `10:00:00.000`
  public static String text(LocalTime time) {
    StringBuilder text = append(new StringBuilder(12), time).append('.');
    return append(text, Times.millisecond(time), 3).toString();
  }

  private static StringBuilder append(StringBuilder text, LocalDate date) {
    append(text, date.getYear(), 4).append('-');
    append(text, date.getMonthValue(), 2).append('-');
    return append(text, date.getDayOfMonth(), 2);
  }

  private static StringBuilder append(StringBuilder text, LocalTime time) {
    append(text, time.getHour(), 2).append(':');
    append(text, time.getMinute(), 2).append(':');
    return append(text, time.getSecond(), 2);
  }

  /// A number with leading zeros.
  static StringBuilder append(StringBuilder text, long number, int digits) {
    String plain = Long.toString(number);
    return text.repeat('0', Math.max(0, digits - plain.length())).append(plain);
  }

  /// Reads a text from left to right.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    LocalDate date() {
      int year = number(4, 4);
      skip('-');
      int month = number(1, 2);
      skip('-');
      return Dates.date(year, month, number(1, 2));
    }

    int number(int fewest, int most) {
      int start = at;
      int value = 0;
      while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      check(at - start >= fewest);
      return value;
    }

    void skip(char expected) {
      check(at < text.length() && text.charAt(at) == expected);
      at++;
    }

    void blanks() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    void end() {
      check(at == text.length());
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static void check(boolean condition) {
      if (!condition) {
        throw FormulaException.of(ErrorKind.NOT_A_DATE);
      }
    }
  }
}
