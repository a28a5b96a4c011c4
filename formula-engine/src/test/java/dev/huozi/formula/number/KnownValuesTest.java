package dev.huozi.formula.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The elementary functions against values of an independent program.
@Tag("fast")
final class KnownValuesTest {
  private static final MathContext DIGITS = new MathContext(39, RoundingMode.HALF_UP);

  @ParameterizedTest
  @MethodSource("lines")
  void everyValueIsTheCorrectlyRoundedOne(String line) {
    String[] words = line.split(" ");
    BigDecimal first = new BigDecimal(words[1]);
    BigDecimal expected = new BigDecimal(words[words.length - 1]).round(DIGITS);

    BigDecimal actual =
        words[0].equals("atan2")
            ? Trigonometry.atan2(first, new BigDecimal(words[2]))
            : value(words[0], first);

    assertThat(actual).as(line).isEqualByComparingTo(expected);
  }

  static BigDecimal value(String function, BigDecimal argument) {
    return switch (function) {
      case "exp" -> Exponentials.exp(argument);
      case "ln" -> Exponentials.ln(argument);
      case "log" -> Exponentials.log(argument);
      case "sqrt" -> Exponentials.sqrt(argument);
      case "sin" -> Trigonometry.sin(argument);
      case "cos" -> Trigonometry.cos(argument);
      case "tan" -> Trigonometry.tan(argument);
      case "asin" -> Trigonometry.asin(argument);
      case "acos" -> Trigonometry.acos(argument);
      case "atan" -> Trigonometry.atan(argument);
      default -> throw new IllegalArgumentException(function);
    };
  }

  static Stream<String> lines() {
    try (var in = KnownValuesTest.class.getResourceAsStream("known-values.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
