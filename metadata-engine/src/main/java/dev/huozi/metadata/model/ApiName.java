package dev.huozi.metadata.model;

import dev.huozi.platform.problem.Issues;
import java.text.Normalizer;
import java.util.Locale;

/// The rules of API names: letters and digits of any script, `_`, emoji; NFC; at most 80
/// characters; the first one no digit and no `_`. Case does not tell names apart. Names never reach
/// SQL text, so any word of any language will do.
public final class ApiName {
  public static final int MAX_LENGTH = 80;
  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;

  private ApiName() {}

  /// Adds what is wrong with a name to `issues`.
  public static void check(String name, String path, Issues issues) {
    if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
      issues.error(
          MetadataError.NAME_TOO_LONG, path, "name", shortened(name), "maximum", MAX_LENGTH);
      return;
    }
    if (!isWellFormed(name)) {
      issues.error(MetadataError.NAME_INVALID, path, "name", name);
    } else if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
      issues.error(MetadataError.NAME_NOT_NORMAL, path, "name", name);
    }
  }

  /// What two names share that differ only in case.
  public static String key(String name) {
    if (isPlain(name)) {
      return name;
    }
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  public static boolean same(String one, String other) {
    return one.equals(other) || key(one).equals(key(other));
  }

  /// Most names are: `a-z`, `0-9` and `_` have no other case.
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWellFormed(String name) {
    if (name.isEmpty()) {
      return false;
    }
    int before = -1;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      if (before < 0 ? !isStart(c) : !isPart(c, before)) {
        return false;
      }
      before = c;
      i += Character.charCount(c);
    }
    return before != JOINER;
  }

  private static boolean isStart(int c) {
    return Character.isLetter(c) || isEmoji(c);
  }

  private static boolean isPart(int c, int before) {
    if (c == JOINER || c == EMOJI_STYLE) {
      return isEmoji(before) || before == EMOJI_STYLE && c == JOINER;
    }
    return isStart(c)
        || Character.isDigit(c)
        || c == '_'
        || isMark(c)
        || Character.isEmojiModifier(c);
  }

  /// Vowel signs and accents that belong to the letter before.
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK && c != EMOJI_STYLE
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isEmoji(int c) {
    return c > 0xFF
        && (Character.isEmoji(c) || Character.isEmojiModifier(c))
        && !Character.isLetterOrDigit(c);
  }

  private static String shortened(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 20)) + "…";
  }
}
