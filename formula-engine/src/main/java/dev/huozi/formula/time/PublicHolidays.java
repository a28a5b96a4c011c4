package dev.huozi.formula.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;

/// The public holidays and make-up days that Huozi knows: those of mainland China, as the State
/// Council announces them each autumn for the following year.
public final class PublicHolidays {
  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private PublicHolidays() {}

  /// Mainland China: Monday to Friday, holidays, make-up days.
  public static CalendarTable china() {
    return Holder.CHINA;
  }

  private static final class Holder {
    static final CalendarTable CHINA = read("china.csv");
  }

  private static CalendarTable read(String resource) {
    TreeMap<LocalDate, Boolean> days = new TreeMap<>();
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
    return new CalendarTable(MONDAY_TO_FRIDAY, days, days.lastKey().getYear());
  }
}
