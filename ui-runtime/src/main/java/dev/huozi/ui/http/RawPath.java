package dev.huozi.ui.http;

import java.util.Locale;
import java.util.regex.Pattern;

/// Judges the path of a request as it came over the wire. Paths that different layers could read in
/// different ways are refused before anything looks at them; no address of ours needs one.
public final class RawPath {
  // encoded: slash, backslash, semicolon, dot, percent, NUL and other control characters
  private static final Pattern AMBIGUOUS_ESCAPE =
      Pattern.compile("%(2f|5c|3b|2e|25|[01][0-9a-f]|7f)");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-f]{2})");
  private static final Pattern DOT_SEGMENT = Pattern.compile("(^|/)\\.{1,2}(/|$)");

  private RawPath() {}

  /// True when the path may go on to the router. `target` is the request target; its query is not
  /// looked at.
  public static boolean isAcceptable(String target) {
    int end = target.indexOf('?');
    String path = (end < 0 ? target : target.substring(0, end)).toLowerCase(Locale.ROOT);
    return path.startsWith("/")
        && !path.contains("//")
        && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != ';' && c != '#')
        && !AMBIGUOUS_ESCAPE.matcher(path).find()
        && !BROKEN_ESCAPE.matcher(path).find()
        && !DOT_SEGMENT.matcher(path).find();
  }
}
