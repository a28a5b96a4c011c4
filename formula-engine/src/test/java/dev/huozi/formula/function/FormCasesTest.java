package dev.huozi.formula.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.check.BlankMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lazy functions and those with rules of their own, compiled and run in both blank modes.
@Tag("fast")
final class FormCasesTest {
  private final ExampleRecord record = new ExampleRecord();

  @ParameterizedTest
  @MethodSource("lines")
  void everyCaseShowsItsKnownResultInBothModes(String line) {
    String[] sides = line.split(" => ", 2);
    String[] results = sides[1].split(" / ", 2);
    String zero = results[0];
    String blank = results.length == 2 ? results[1] : zero;
    assertThat(shown(sides[0], BlankMode.ZERO)).as(sides[0] + ", blank = 0").isEqualTo(zero);
    assertThat(shown(sides[0], BlankMode.BLANK)).as(sides[0] + ", blank = blank").isEqualTo(blank);
  }

  private String shown(String formula, BlankMode mode) {
    String shown = record.show(formula, mode);
    return shown.isEmpty() ? "(blank)" : shown;
  }

  static Stream<String> lines() {
    try (var in = FormCasesTest.class.getResourceAsStream("form-cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
