package dev.huozi.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class MessagesTest {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  private final Messages messages = new Messages();

  private enum Unworded implements ErrorCode {
    NOBODY_WORDED_THIS;

    @Override
    public Category category() {
      return Category.USER;
    }
  }

  @Test
  void everyCodeOfThePlatformIsWordedInBothLanguages() {
    CompleteTexts.assertFor(PlatformError.values());
  }

  @Test
  void everyCategoryHasATitleInBothLanguages() {
    for (PlatformError code : PlatformError.values()) {
      assertThat(messages.title(code, Locale.ENGLISH)).doesNotContain("category.");
      assertThat(messages.title(code, CHINESE)).doesNotContain("category.");
    }
  }

  @Test
  void placeholdersAreFilledByName() {
    Issue issue = Issue.error(PlatformError.USER_NAME_TAKEN, "user", "userName", "li.na");
    assertThat(messages.describe(issue, Locale.US)).startsWith("The user name (li.na) is taken");
    assertThat(messages.describe(issue, CHINESE)).startsWith("用户名（li.na）已被使用");
  }

  @Test
  void aCountedWordFollowsItsNumber() {
    String pattern = "{count} {count?row|rows} of {other?one|many}";
    assertThat(MessagePattern.fill(pattern, Map.of("count", 1), Locale.ENGLISH))
        .isEqualTo("1 row of {other?one|many}");
    assertThat(MessagePattern.fill(pattern, Map.of("count", 21, "other", "1"), Locale.ENGLISH))
        .isEqualTo("21 rows of one");
    assertThat(MessagePattern.fill(pattern, Map.of("count", 0, "other", 11), Locale.ENGLISH))
        .isEqualTo("0 rows of many");
  }

  @Test
  void anUnknownLanguageGetsTheFirstOfOurs() {
    assertThat(messages.describe(new ProblemException(PlatformError.BUSY), Locale.FRENCH))
        .isEqualTo("系统繁忙。请稍后重试。");
  }

  @Test
  void numbersArePlainAndListsAndTextsFollowTheLanguage() {
    String pattern = "{number} {list} {text} {absent} {";
    Map<String, Object> values =
        Map.of(
            "number", new BigDecimal("1E+3"),
            "list", List.of("a", "b"),
            "text", LocalizedText.of("门店", "Store"));
    assertThat(MessagePattern.fill(pattern, values, Locale.ENGLISH))
        .isEqualTo("1000 a, b Store {absent} {");
    assertThat(MessagePattern.fill(pattern, values, CHINESE)).isEqualTo("1000 a、b 门店 {absent} {");
  }

  @Test
  void aCodeWithoutTextIsShownWithItsParameters() {
    assertThat(messages.text(Unworded.NOBODY_WORDED_THIS, Map.of("a", 1), Locale.ENGLISH))
        .isEqualTo("NOBODY_WORDED_THIS {a=1}");
  }
}
