package dev.huozi.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.i18n.Messages;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fast")
class UiErrorTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");

  private final Messages messages = new Messages();

  @ParameterizedTest
  @EnumSource(UiError.class)
  void eachCodeHasATextInBothLanguagesWithTheSamePlaceholders(UiError code) {
    String chinese = messages.find(code, Locale.CHINESE);
    String english = messages.find(code, Locale.ENGLISH);

    assertThat(chinese).as("zh text of %s", code).isNotBlank();
    assertThat(english).as("en text of %s", code).isNotBlank();
    assertThat(placeholders(chinese)).isEqualTo(placeholders(english));
  }

  private static TreeSet<String> placeholders(@Nullable String text) {
    TreeSet<String> names = new TreeSet<>();
    PLACEHOLDER
        .matcher(text == null ? "" : text)
        .results()
        .forEach(match -> names.add(match.group()));
    return names;
  }
}
