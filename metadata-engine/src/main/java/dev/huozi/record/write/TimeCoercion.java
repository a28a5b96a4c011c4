package dev.huozi.record.write;

import dev.huozi.record.RecordError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// Days and instants in ISO form, nothing lenient.
final class TimeCoercion {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private TimeCoercion() {}

  static Coerced date(FieldInput input) {
    String text = input.text();
    if (text == null) {
      return input.refuseShape("日期文本", "a date as text");
    }
    if (text.isEmpty()) {
      return Coerced.BLANK;
    }
    try {
      LocalDate day = DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
      if (day != null && day.getYear() > 0) {
        return new Coerced.Value(day);
      }
    } catch (DateTimeException e) {
      // Refused below, like everything that is no day.
    }
    return input.refuse(RecordError.RECORD_DATE_INVALID, "value", FieldInput.shown(text));
  }

  /// Kept to the microsecond, as the database does.
  static Coerced dateTime(FieldInput input) {
    String text = input.text();
    if (text == null) {
      return input.refuseShape("带时区的时间文本", "a time with its zone as text");
    }
    if (text.isEmpty()) {
      return Coerced.BLANK;
    }
    try {
      Instant instant =
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      if (year > 0 && year < 10_000) {
        return new Coerced.Value(instant.truncatedTo(ChronoUnit.MICROS));
      }
    } catch (DateTimeException e) {
      // Refused below, like everything that is no time.
    }
    return input.refuse(RecordError.RECORD_DATETIME_INVALID, "value", FieldInput.shown(text));
  }
}
