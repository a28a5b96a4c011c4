package dev.huozi.formula.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Patterns as Java spells them give what Java gives, or are refused.
@Tag("fast")
final class PatternsTest {
  private final EvaluationContext context = EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "'\\p{Alpha}+', abc",
    "'\\p{Alpha}+', ab1",
    "'\\P{Alpha}+', 123",
    "'[\\p{Upper}\\d]+', A1B2",
    "'[^\\p{Punct}]+', abc",
    "'\\p{IsHan}+', 活字",
    "'\\p{IsAlphabetic}+', aé活",
    "'[\\u4e00-\\u9fa5]+', 活字",
    "'\\u0041', A",
    "'\\Aabc\\Z', abc",
    "'a\\hb', a b",
    "'[a-c[x-z]]+', abxz",
    "'[[:alpha:]]+', abc",
    "'\\Q[a]\\E', [a]",
    "'\\Qa&&b', a&&b",
    "'a&&b', a&&b",
    "'[^a-c]\\d{2,3}', x12",
    "'[\\]]', ]",
    "'[a\\-z]+', a-z",
  })
  void patternsMeanWhatTheyMeanInJava(String pattern, String text) {
    boolean expected = pattern.contains("[:alpha:]") || text.matches(pattern);
    assertThat(Patterns.regex(context, text, pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-z&&[^b]]",
        "[a[^b]]",
        "(a)\\1",
        "a(?=b)",
        "(?<!a)b",
        "a++",
        "\\u00",
        "(",
        "[z-a]"
      })
  void whatCannotBeSaidIsRefused(String pattern) {
    assertThatThrownBy(() -> Patterns.regex(context, "a", pattern))
        .isEqualTo(FormulaException.of(ErrorKind.BAD_PATTERN));
  }
}
