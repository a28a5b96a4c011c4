package dev.huozi.record.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A pattern of running numbers, read: `VS-{yyyyMMdd}-{0000}`.
final class AutoNumberPattern {
  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Day(String letters) implements Part {}

  private record Count(int digits) implements Part {}

  private final List<Part> parts = new ArrayList<>();

  AutoNumberPattern(String pattern) {
    int at = 0;
    while (at < pattern.length()) {
      int open = pattern.indexOf('{', at);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        parts.add(new Literal(pattern.substring(at)));
        break;
      }
      if (open > at) {
        parts.add(new Literal(pattern.substring(at, open)));
      }
      parts.add(inBraces(pattern.substring(open + 1, close)));
      at = close + 1;
    }
  }

  private static Part inBraces(String content) {
    return !content.isEmpty() && content.chars().allMatch(c -> c == '0')
        ? new Count(content.length())
        : new Day(content);
  }

  /// What the count starts anew for: the date parts, filled in; empty when there are none.
  String period(LocalDate day) {
    StringBuilder period = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Day(String letters)) {
        period.append(fill(letters, day)).append('/');
      }
    }
    return period.toString();
  }

  /// The text of one number. A count longer than its zeros takes the room it needs.
  String text(LocalDate day, long number) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal(String literal) -> text.append(literal);
        case Day(String letters) -> text.append(fill(letters, day));
        case Count(int digits) -> text.append(("%0" + digits + "d").formatted(number));
      }
    }
    return text.toString();
  }

  private static String fill(String letters, LocalDate day) {
    return letters
        .replace("yyyy", "%04d".formatted(day.getYear()))
        .replace("yy", "%02d".formatted(day.getYear() % 100))
        .replace("MM", "%02d".formatted(day.getMonthValue()))
        .replace("dd", "%02d".formatted(day.getDayOfMonth()));
  }
}
