package dev.huozi.ui.api;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ETag of a record is its version in quotes.
final class EntityTags {
  private static final Pattern TAG = Pattern.compile("\\s*\"([0-9]{1,9})\"\\s*");

  private EntityTags() {}

  static String of(int version) {
    return "\"" + version + "\"";
  }

  /// The version in `If-Match`, or null when there is none.
  static @Nullable Integer version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      return null;
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw new ProblemException(UiError.IF_MATCH_INVALID);
    }
    return Integer.valueOf(tag.group(1));
  }

  /// True when `If-None-Match` names this tag, so that nothing needs to be sent.
  static boolean isKnown(String tag, @Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String given : ifNoneMatch.split(",", 20)) {
      String stripped = given.strip();
      if (stripped.equals(tag) || stripped.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
