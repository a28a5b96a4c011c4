package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.i18n.Messages;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fast")
class RecordErrorTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final Messages messages = new Messages();

  @ParameterizedTest
  @EnumSource(RecordError.class)
  void every_code_has_a_text_in_both_languages_with_the_same_placeholders(RecordError code) {
    String chinese = messages.find(code, Messages.LANGUAGES.getFirst());
    String english = messages.find(code, Messages.LANGUAGES.getLast());
    assertThat(chinese).as("Chinese text of %s", code).isNotBlank();
    assertThat(english).as("English text of %s", code).isNotBlank();
    assertThat(placeholders(chinese)).isEqualTo(placeholders(english));
  }

  private static Set<String> placeholders(@org.jspecify.annotations.Nullable String text) {
    assertThat(text).isNotNull();
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
