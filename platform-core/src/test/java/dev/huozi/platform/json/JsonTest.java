package dev.huozi.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class JsonTest {
  record Point(int x, BigDecimal y) {}

  @Test
  void decimalsKeepEveryDigitAndAreWrittenWithoutExponent() {
    String exact = "{\"a\":12345678901234567890.1234567890,\"b\":1.10}";
    assertThat(Json.write(Json.read(exact))).isEqualTo(exact);
    assertThat(Json.write(Map.of("a", new BigDecimal("1E+3")))).isEqualTo("{\"a\":1000}");
  }

  @Test
  void timesAreIso() {
    Map<String, Object> times = new TreeMap<>();
    times.put("at", Instant.parse("2026-02-03T04:05:06Z"));
    times.put("on", LocalDate.of(2026, 2, 3));
    assertThat(Json.write(times))
        .isEqualTo("{\"at\":\"2026-02-03T04:05:06Z\",\"on\":\"2026-02-03\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":1,\"x\":2}",
        "{\"x\":1} {}",
        "{\"x\":NaN}",
        "{\"x\":1,\"y\":2,\"z\":3}",
        "{\"x\":1.5}",
        "{\"x\":\"1\"}",
        "{\"x\":null}",
        "{'x':1}",
        "{",
        "[1]"
      })
  void whatIsNotExactlyRightIsRefused(String text) {
    assertMalformed(() -> Json.read(text, Point.class));
  }

  @Test
  void deepNestingLongNumbersAndLongTextsAreRefused() {
    assertThat(Json.read("[".repeat(50) + "]".repeat(50))).isNotNull();
    assertMalformed(() -> Json.read("[".repeat(51) + "]".repeat(51)));
    assertThat(Json.read("1".repeat(100))).isNotNull();
    assertMalformed(() -> Json.read("1".repeat(101)));
    assertMalformed(() -> Json.read('"' + "a".repeat(1_000_001) + '"'));
  }

  @Test
  void aMistakeIsToldByItsPlaceAndShowsNothingOfTheInput() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Json.read("{\"x\":1,\n\"secret\":", Point.class))
        .satisfies(problem ->
            assertThat(problem.parameters().get("reason"))
                .asString()
                .startsWith("line 2")
                .doesNotContain("secret", "Point"));
  }

  private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(PlatformError.MALFORMED));
  }
}
