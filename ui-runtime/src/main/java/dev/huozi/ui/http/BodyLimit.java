package dev.huozi.ui.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How large a body may be. Quarkus knows one limit for all routes, which must fit the largest; the
/// others are held to less here, before a byte is read.
public final class BodyLimit {
  public static final long BYTES = 1024 * 1024;
  private static final List<String> LARGE_ROUTES = 
      List.of("/api/bulk/", "/api/packs/", "/admin/packs/");

  /// What to do with a request.
  public enum Verdict {
    ACCEPTED,
    TOO_LARGE,
    /// It does not say how long it is, and the route does not take streams.
    LENGTH_MISSING
  }

  private BodyLimit() {}

  public static Verdict judge(
      String path, @Nullable String contentLength, @Nullable String transferEncoding) {
    if (LARGE_ROUTES.stream().anyMatch(path::startsWith)) {
      return Verdict.ACCEPTED;
    }
    if (transferEncoding != null) {
      return Verdict.LENGTH_MISSING;
    }
    return contentLength != null && isMoreThanLimit(contentLength)
        ? Verdict.TOO_LARGE
        : Verdict.ACCEPTED;
  }

  private static boolean isMoreThanLimit(String contentLength) {
    try {
      return Long.parseLong(contentLength.strip()) > BYTES;
    } catch (NumberFormatException _) {
      return true;
    }
  }
}
