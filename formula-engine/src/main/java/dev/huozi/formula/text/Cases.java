package dev.huozi.formula.text;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Upper and lower case. Without a locale the rules are Unicode's own; Turkish, Azerbaijani and
/// Lithuanian differ.
public final class Cases {
  private static final int PIECE = 512;

  private Cases() {}

  public static String upper(String text) {
    return mapped(text, part -> part.toUpperCase(Locale.ROOT));
  }

  /// @param locale a code such as `tr` or `tr_TR`; blank or unknown: no language's special rules
  public static @Nullable String upper(@Nullable String text, @Nullable String locale) {
    Locale language = locale(locale);
    return text == null ? null : mapped(text, part -> part.toUpperCase(language));
  }

  public static String lower(String text) {
    return mapped(text, part -> part.toLowerCase(Locale.ROOT));
  }

  /// @param locale a code such as `tr` or `tr_TR`; blank or unknown: no language's special rules
  public static @Nullable String lower(@Nullable String text, @Nullable String locale) {
    Locale language = locale(locale);
    return text == null ? null : mapped(text, part -> part.toLowerCase(language));
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

  /// Maps piece by piece: the JDK takes time by the square of the length where mappings are longer
  /// than what they map. Mappings look at neighbours within a word, so pieces end between words.
  private static String mapped(String text, UnaryOperator<String> mapping) {
    if (text.length() <= PIECE) {
      return mapping.apply(text);
    }
    StringBuilder result = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int end = pieceEnd(text, at);
      result.append(mapping.apply(text.substring(at, end)));
      Texts.checkLength(result.length());
      at = end;
    }
    return result.toString();
  }

  private static int pieceEnd(String text, int start) {
    int end = start + PIECE;
    if (end >= text.length()) {
      return text.length();
    }
    for (int at = end; at > start + PIECE / 2; at--) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
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
