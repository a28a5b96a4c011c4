package dev.huozi.ui.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How large a body may be. Quarkus knows one limit for all routes, which must fit the largest; the
/// others are held to less here, before a byte is read.
public final class BodyLimit {
  public static final long BYTES = 1024 * 1024;

  /// What the largest of the others may hold.
  public static final long LARGE_BYTES = 16 * BYTES;

  private static final List<String> LARGE_ROUTES =
      List.of("/api/bulk/", "/api/packs/", "/admin/packs/");

  /// They read their body piece by piece and count for themselves.
  private static final List<String> STREAMING_ROUTES =
      List.of("/api/imports", "/api/tenants/dumps");

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
    if (STREAMING_ROUTES.contains(path)) {
      return Verdict.ACCEPTED;
    }
    if (transferEncoding != null) {
      return Verdict.LENGTH_MISSING;
    }
    boolean large = LARGE_ROUTES.stream().anyMatch(path::startsWith);
    return contentLength != null && isMoreThan(large ? LARGE_BYTES : BYTES, contentLength)
        ? Verdict.TOO_LARGE
        : Verdict.ACCEPTED;
  }

  private static boolean isMoreThan(long limit, String contentLength) {
    try {
      return Long.parseLong(contentLength.strip()) > limit;
    } catch (NumberFormatException _) {
      return true;
    }
  }
}
