package dev.huozi.formula.function;

import dev.huozi.formula.value.GeoPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads lines such as `MID("abcdef", 2, 3) => bcd` of the case files.
final class CaseReader {
  private final String line;
  private int at;

  private CaseReader(String line) {
    this.line = line;
  }

  /// @param expected with `\n`, `\t` and `\\` for what they stand for; a number after `~` to 13
  ///   digits
  record Case(String line, String function, List<@Nullable Object> arguments, String expected) {
    @Override
    public String toString() {
      return line;
    }
  }

  static List<Case> read(String file) {
    try (var in = CaseReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no file (%s).".formatted(file));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> new CaseReader(line).read())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Case read() {
    String function = until('(');
    at++;
    List<@Nullable Object> arguments = new ArrayList<>();
    while (line.charAt(at) != ')') {
      arguments.add(argument());
      if (line.startsWith(", ", at)) {
        at += 2;
      }
    }
    String expected = line.substring(line.indexOf(" => ", at) + 4);
    return new Case(
        line, function, arguments, expected.equals("(blank)") ? "" : unescaped(expected));
  }

  private @Nullable Object argument() {
    char first = line.charAt(at);
    if (first == '"' || first == '\'') {
      return quoted(first);
    }
    String word = word();
    return switch (first) {
      case 'n' -> null;
      case 't' -> true;
      case 'f' -> false;
      case 'd' -> LocalDate.parse(word.substring(1));
      case 'x' -> Instant.parse(word.substring(1));
      case 'm' -> LocalTime.parse(word.substring(1));
      case 'g' -> point(word.substring(1));
      default -> new BigDecimal(word);
    };
  }

  private static GeoPoint point(String word) {
    String[] parts = word.split(";");
    return new GeoPoint(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
  }

  private String quoted(char quote) {
    int start = ++at;
    while (line.charAt(at) != quote) {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return unescaped(line.substring(start, at++));
  }

  private String word() {
    int start = at;
    while (line.charAt(at) != ',' && line.charAt(at) != ')') {
      at++;
    }
    return line.substring(start, at);
  }

  private String until(char end) {
    int start = at;
    at = line.indexOf(end);
    return line.substring(start, at);
  }

  private static String unescaped(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        c =
            switch (text.charAt(++i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> text.charAt(i);
            };
      }
      result.append(c);
    }
    return result.toString();
  }
}
