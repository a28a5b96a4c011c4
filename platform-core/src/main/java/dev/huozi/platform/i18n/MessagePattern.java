package dev.huozi.platform.i18n;

import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fills `{name}` placeholders. A placeholder without a value stays as it is, so that the mistake
/// is seen. `{name?row|rows}` is the first word where the value is one, else the second.
final class MessagePattern {
  private MessagePattern() {}

  static String fill(String pattern, Map<String, ?> parameters, Locale locale) {
    StringBuilder filled = new StringBuilder(pattern.length() + 32);
    int position = 0;
    while (position < pattern.length()) {
      int open = pattern.indexOf('{', position);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled.append(pattern, position, open);
      filled.append(placeholder(pattern.substring(open + 1, close), parameters, locale));
      position = close + 1;
    }
    return filled.append(pattern, position, pattern.length()).toString();
  }

  private static String placeholder(String text, Map<String, ?> parameters, Locale locale) {
    int question = text.indexOf('?');
    int bar = text.indexOf('|', question + 1);
    boolean counted = question > 0 && bar > question;
    String name = counted ? text.substring(0, question) : text;
    if (!parameters.containsKey(name)) {
      return "{" + text + "}";
    }
    String shown = show(parameters.get(name), locale);
    if (!counted) {
      return shown;
    }
    return shown.equals("1") ? text.substring(question + 1, bar) : text.substring(bar + 1);
  }

  private static String show(@Nullable Object value, Locale locale) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case LocalizedText text -> text.get(locale, "");
      case ErrorCode code -> code.name();
      case Collection<?> many ->
          many.stream()
              .map(one -> show(one, locale))
              .collect(Collectors.joining(separator(locale)));
      default -> value.toString();
    };
  }

  private static String separator(Locale locale) {
    return Messages.language(locale).getLanguage().equals("zh") ? "、" : ", ";
  }
}
