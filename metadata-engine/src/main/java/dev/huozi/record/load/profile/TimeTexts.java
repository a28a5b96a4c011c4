package dev.huozi.record.load.profile;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.SheetRow.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days and moments as people write them, nothing lenient: 30 February is no day.
final class TimeTexts {
  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm[:ss[.SSSSSS][.SSS]]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final List<DateTimeFormatter> days = new ArrayList<>();
  private final ZoneId zone;

  TimeTexts(ImportProfile.Formats formats, ZoneId zone) {
    this.zone = formats.zone() == null ? zone : zone(formats.zone());
    days.add(DateTimeFormatter.ISO_LOCAL_DATE);
    for (String pattern : Objects.requireNonNull(formats.dates())) {
      days.add(formatter(pattern));
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(LoadError.LOAD_FORMAT_INVALID, "format", pattern);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new ProblemException(LoadError.LOAD_FORMAT_INVALID, "format", name);
    }
  }

  /// The day in ISO form, or null when it is none. A time of day is allowed where it is midnight.
  @Nullable String date(Cell cell) {
    String text = cell.text().strip();
    if (ISO_DAY.matcher(text).matches()) {
      return valid(text) ? text : null;
    }
    LocalDate day = day(text);
    if (day == null) {
      LocalDateTime moment = moment(text);
      day =
          moment != null && moment.toLocalTime().equals(LocalTime.MIDNIGHT)
              ? moment.toLocalDate()
              : null;
    }
    return day == null ? null : day.toString();
  }

  /// The moment in ISO form with its zone, or null when it is none. A day alone is its first
  /// moment.
  @Nullable String instant(Cell cell) {
    String text = cell.text().strip();
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeException e) {
      LocalDate day = day(text);
      LocalDateTime moment = day == null ? moment(text) : day.atStartOfDay();
      return moment == null ? null : moment.atZone(zone).toInstant().toString();
    }
  }

  private static boolean valid(String iso) {
    try {
      return LocalDate.parse(iso).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private @Nullable LocalDate day(String text) {
    for (DateTimeFormatter format : days) {
      try {
        LocalDate day = LocalDate.parse(text, format);
        return day.getYear() > 0 && day.getYear() < 10_000 ? day : null;
      } catch (DateTimeException e) {
        // the next format
      }
    }
    return null;
  }

  private @Nullable LocalDateTime moment(String text) {
    int space = text.indexOf('T') > 0 ? text.indexOf('T') : text.lastIndexOf(' ');
    LocalDate day = space < 0 ? null : day(text.substring(0, space).strip());
    if (day == null) {
      return null;
    }
    try {
      return day.atTime(LocalTime.parse(text.substring(space + 1).strip(), TIME));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
