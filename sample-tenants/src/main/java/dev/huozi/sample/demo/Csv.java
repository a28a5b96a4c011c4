package dev.huozi.sample.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the small tables beside these classes. No quoting: a comma never stands inside a value.
final class Csv {
  private Csv() {}

  /// The rows of a table after its heading.
  static List<List<String>> read(String name) {
    try (InputStream in = Csv.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "The table (%s) is not on the class path beside (%s)."
                .formatted(name, Csv.class.getName()));
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The table (%s) cannot be read.".formatted(name), e);
    }
  }
}
