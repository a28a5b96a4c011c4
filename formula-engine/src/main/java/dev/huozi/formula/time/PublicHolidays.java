package dev.huozi.formula.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// The public holidays and make-up days that Huozi knows: those of mainland China, as the State
/// Council announces them each autumn for the following year.
public final class PublicHolidays {
  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private PublicHolidays() {}

  /// The countries that are known.
  public static List<String> countries() {
    return List.of("CN");
  }

  /// Days off (false) and make-up days (true) of a country.
  public static NavigableMap<LocalDate, Boolean> of(String country) {
    if (!countries().contains(country)) {
      throw new IllegalArgumentException("No holidays of (%s) are known.".formatted(country));
    }
    return Holder.CHINA;
  }

  /// The last year that has been announced.
  public static int lastYear(String country) {
    return of(country).lastKey().getYear();
  }

  /// Mainland China: Monday to Friday, holidays, make-up days.
  public static CalendarTable china() {
    return new CalendarTable(MONDAY_TO_FRIDAY, of("CN"), lastYear("CN"));
  }

  private static final class Holder {
    static final NavigableMap<LocalDate, Boolean> CHINA = read("china.csv");
  }

  private static NavigableMap<LocalDate, Boolean> read(String resource) {
    NavigableMap<LocalDate, Boolean> days = new TreeMap<>();
    try (InputStream stream = PublicHolidays.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(resource));
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", 3);
        if (cells.length == 3 && !cells[0].equals("date")) {
          days.put(LocalDate.parse(cells[0]), cells[1].equals("work"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableNavigableMap(days);
  }
}
