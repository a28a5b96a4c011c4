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
}
