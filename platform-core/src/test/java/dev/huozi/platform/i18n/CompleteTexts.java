package dev.huozi.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.problem.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For the tests of every module: each code has a text in each language, with the same
/// placeholders.
public final class CompleteTexts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private CompleteTexts() {}

  public static void assertFor(ErrorCode... codes) {
    Messages messages = new Messages();
    List<String> mistakes = new ArrayList<>();
    for (ErrorCode code : codes) {
      Set<Set<String>> placeholders = new java.util.HashSet<>();
      for (Locale language : Messages.LANGUAGES) {
        String text = messages.find(code, language);
        if (text == null || text.isBlank()) {
          mistakes.add("Missing in _%s.properties: %s=".formatted(language, code.name()));
        } else {
          placeholders.add(placeholders(text));
        }
      }
      if (placeholders.size() > 1) {
        mistakes.add("Different placeholders: %s %s".formatted(code.name(), placeholders));
      }
    }
    assertThat(mistakes).isEmpty();
  }

  private static Set<String> placeholders(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
