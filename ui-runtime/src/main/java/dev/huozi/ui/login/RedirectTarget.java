package dev.huozi.ui.login;

import dev.huozi.ui.http.RawPath;
import org.jspecify.annotations.Nullable;

/// Where to go after logging in: an address of this server and nothing else.
final class RedirectTarget {
  private static final String HOME = "/";
  private static final int LONGEST = 2000;

  private RedirectTarget() {}

  /// `next` when it is a local path with a query at most, else the start page.
  static String of(@Nullable String next) {
    return next != null && isLocal(next) ? next : HOME;
  }

  private static boolean isLocal(String next) {
    return next.length() <= LONGEST
        && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
        && RawPath.isAcceptable(next)
        && !next.startsWith("/login")
        && !next.startsWith("/logout");
  }
}
