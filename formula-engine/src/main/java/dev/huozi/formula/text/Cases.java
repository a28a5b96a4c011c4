package dev.huozi.formula.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Upper and lower case. Without a locale the rules are Unicode's own; Turkish, Azerbaijani and
/// Lithuanian differ.
public final class Cases {
  private Cases() {}

  public static String upper(String text) {
    return checked(text.toUpperCase(Locale.ROOT));
  }

  /// @param locale a code such as `tr` or `tr_TR`; blank or unknown: no language's special rules
  public static @Nullable String upper(@Nullable String text, @Nullable String locale) {
    return text == null ? null : checked(text.toUpperCase(locale(locale)));
  }

  public static String lower(String text) {
    return checked(text.toLowerCase(Locale.ROOT));
  }

  /// @param locale a code such as `tr` or `tr_TR`; blank or unknown: no language's special rules
  public static @Nullable String lower(@Nullable String text, @Nullable String locale) {
    return text == null ? null : checked(text.toLowerCase(locale(locale)));
  }

  /// The first letter of each word upper case, the others lower case. A word is a run of letters
  /// that have cases, and of digits.
  public static String initcap(String text) {
    StringBuilder result = new StringBuilder(text.length());
    boolean inWord = false;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      boolean letter = Character.isLowerCase(point) || Character.isUpperCase(point);
      if (letter) {
        result.appendCodePoint(
            inWord ? Character.toLowerCase(point) : Character.toUpperCase(point));
      } else {
        result.appendCodePoint(point);
      }
      inWord = letter || Character.isDigit(point);
    }
    return result.toString();
  }

  private static String checked(String text) {
    Texts.checkLength(text.length());
    return text;
  }

  private static Locale locale(@Nullable String code) {
    if (code == null) {
      return Locale.ROOT;
    }
    Locale locale = Locale.forLanguageTag(code.replace('_', '-'));
    return switch (locale.getLanguage()) {
      case "tr", "az", "lt" -> locale;
      default -> Locale.ROOT;
    };
  }
}
