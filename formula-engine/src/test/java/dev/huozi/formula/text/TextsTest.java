package dev.huozi.formula.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.formula.value.FormulaException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
final class TextsTest {
  private static final EvaluationContext CONTEXT =
      EvaluationContext.of(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC);

  private static final String[] CHARACTERS = {
    "a", "b", " ", "活", "字", "🙂", "𠮷", "é", "\uD83D", "\uDE42"
  };

  private final long seed = Long.getLong("huozi.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void leftAndRestMakeTheWholeAgain() {
    System.out.println("huozi.seed=" + seed);
    for (int i = 0; i < 5_000; i++) {
      String text = text();
      int length = Texts.len(text);
      int cut = random.nextInt(length + 1);
      String what = "seed %d %s %d".formatted(seed, text, cut);
      assertThat(Texts.left(text, cut) + Texts.right(text, length - cut)).as(what).isEqualTo(text);
      assertThat(Texts.len(Texts.left(text, cut))).as(what).isEqualTo(cut);
      assertThat(Texts.mid(text, cut + 1, length))
          .as(what)
          .isEqualTo(Texts.right(text, length - cut));
      assertThat(Texts.substr(text, cut + 1)).as(what).isEqualTo(Texts.mid(text, cut + 1, length));
      assertThat(Texts.reverse(Texts.reverse(text))).as(what).isEqualTo(text);
    }
  }

  @Test
  void whatIsFoundStandsThere() {
    for (int i = 0; i < 5_000; i++) {
      String text = text();
      String part = CHARACTERS[random.nextInt(8)];
      int at = Texts.find(CONTEXT, part, text.isEmpty() ? null : text);
      String what = "seed %d %s in %s".formatted(seed, part, text);
      if (at > 0) {
        assertThat(Texts.mid(text, at, 1)).as(what).isEqualTo(part);
      } else {
        assertThat(text.codePoints().noneMatch(c -> c == part.codePointAt(0))).as(what).isTrue();
      }
    }
  }

  @Test
  void aLoneSurrogateIsOneCharacterAndNeverMatchesHalfAnEmoji() {
    assertThat(Texts.len("\uD83D")).isEqualTo(1);
    assertThat(Texts.find(CONTEXT, "\uD83D", "🙂")).isZero();
    assertThat(Texts.contains(CONTEXT, "🙂", "\uDE42")).isFalse();
    assertThat(Texts.begins("🙂", "\uD83D")).isFalse();
    assertThat(Texts.substitute(CONTEXT, "🙂", "\uD83D", "x")).isEqualTo("🙂");
    assertThat(Texts.left("\uD83D\uD83Da", 2)).isEqualTo("\uD83D\uD83D");
  }

  @Test
  void textsThatGrowTooLongAreAnError() {
    String half = "x".repeat(Texts.LONGEST / 2);
    assertThat(Texts.concat(half, half)).hasSize(Texts.LONGEST);
    assertThatThrownBy(() -> Texts.concat(half + "x", half))
        .isSameAs(FormulaException.of(ErrorKind.LIMIT));
    assertThatThrownBy(() -> Texts.substitute(CONTEXT, half, "x", "yyy"))
        .isSameAs(FormulaException.of(ErrorKind.LIMIT));
    assertThatThrownBy(() -> Texts.lpad("a", Integer.MAX_VALUE, "🙂"))
        .isSameAs(FormulaException.of(ErrorKind.LIMIT));
    assertThatThrownBy(() -> Texts.rpad("a", Texts.LONGEST + 1))
        .isSameAs(FormulaException.of(ErrorKind.LIMIT));
    assertThatThrownBy(() -> Cases.upper("ß".repeat(Texts.LONGEST)))
        .isSameAs(FormulaException.of(ErrorKind.LIMIT));
  }

  @Test
  void evilPatternsEndSoon() {
    String[] patterns = {
      "(a+)+$",
      "(a|aa)+",
      "(a*)*b",
      "((a*)*)*",
      "(a?){500}a{400}",
      "[a-z]{1000}",
      "(x+x+)+y",
      "((((((a{9}){9}){9}){9}){9}){9})",
      "(((((((((((((((((((((((((((((((a",
      "\\Q" + "a".repeat(900),
      "a{1000}{1000}",
      "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[0-9]",
      "\uD83D"
    };
    String text = "a".repeat(100_000);
    for (String pattern : patterns) {
      long start = System.nanoTime();
      try {
        Patterns.regex(context(), text, pattern);
      } catch (FormulaException e) {
        assertThat(e.kind()).as(pattern).isIn(ErrorKind.LIMIT, ErrorKind.BAD_PATTERN);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(pattern)
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void aPatternMayBeUsedFromManyContextsAndManyTimes() {
    for (int i = 0; i < 3_000; i++) {
      assertThat(Patterns.regex(context(), "x" + i, "x" + i)).isTrue();
    }
  }

  private static EvaluationContext context() {
    return EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(10); i > 0; i--) {
      text.append(CHARACTERS[random.nextInt(8)]);
    }
    return text.toString();
  }
}
