package dev.huozi.metadata.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of an autonumber's pattern: `VS-{yyyyMMdd}-{0000}`.
public record AutoNumberPattern(List<Part> parts) {
  public static final int MAX_LENGTH = 60;
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern DATE = Pattern.compile("(yyyy|yy|MM|dd)+");
  private static final Pattern DATE_PIECE = Pattern.compile("yyyy|yy|MM|dd");
  private static final Pattern COUNTER = Pattern.compile("0{1,15}");

  public AutoNumberPattern {
    parts = List.copyOf(parts);
  }

  /// A piece of the pattern.
  public sealed interface Part {
    /// Literal text.
    record Literal(String text) implements Part {}

    /// Pieces of the day: `yyyy`, `yy`, `MM`, `dd` in any order.
    record Day(String format) implements Part {}

    /// The running number, filled with zeros to `digits`; longer numbers stay whole.
    record Counter(int digits) implements Part {}
  }

  /// Null when the text is no pattern: unknown braces, no counter or two, too long.
  public static @Nullable AutoNumberPattern parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int position = 0;
    while (braces.find()) {
      addLiteral(text.substring(position, braces.start()), parts);
      String inside = braces.group(1);
      if (COUNTER.matcher(inside).matches()) {
        parts.add(new Part.Counter(inside.length()));
      } else if (DATE.matcher(inside).matches()) {
        parts.add(new Part.Day(inside));
      } else {
        return null;
      }
      position = braces.end();
    }
    String rest = text.substring(position);
    addLiteral(rest, parts);
    long counters = parts.stream().filter(part -> part instanceof Part.Counter).count();
    boolean stray =
        parts.stream()
            .anyMatch(part -> part instanceof Part.Literal(String literal) && isStray(literal));
    return counters == 1 && !stray && text.length() <= MAX_LENGTH
        ? new AutoNumberPattern(parts)
        : null;
  }

  private static boolean isStray(String literal) {
    return literal.contains("{")
        || literal.contains("}")
        || literal.codePoints().anyMatch(Character::isISOControl);
  }

  private static void addLiteral(String text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text));
    }
  }

  /// What the counter starts anew with: the pattern's date pieces for that day, empty when it has
  /// none.
  public String period(LocalDate day) {
    StringBuilder period = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Day date) {
        period.append(day(date, day));
      }
    }
    return period.toString();
  }

  /// The text of the number `count` on that day.
  public String format(LocalDate day, long count) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Part.Literal literal -> literal.text();
            case Part.Day date -> day(date, day);
            case Part.Counter counter -> filled(Long.toString(count), counter.digits());
          });
    }
    return text.toString();
  }

  private static String filled(String number, int digits) {
    return "0".repeat(Math.max(0, digits - number.length())) + number;
  }

  private static String day(Part.Day part, LocalDate day) {
    return DATE_PIECE
        .matcher(part.format())
        .replaceAll(piece ->
            switch (piece.group()) {
              case "yyyy" -> filled(Integer.toString(day.getYear()), 4);
              case "yy" -> filled(Integer.toString(day.getYear() % 100), 2);
              case "MM" -> filled(Integer.toString(day.getMonthValue()), 2);
              default -> filled(Integer.toString(day.getDayOfMonth()), 2);
            });
  }
}
