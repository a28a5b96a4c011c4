package dev.huozi.ui.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a request comes from and where it was sent to, as far as a browser tells.
public final class Origin {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private Origin() {}

  /// True when the request was sent to this very machine by name. What a browser puts into `Host`
  /// is not for a foreign page to choose.
  public static boolean isLoopback(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority != null && LOOPBACK.contains(authority.host().toLowerCase(Locale.ROOT));
  }

  /// True when the request came over TLS, or over a trusted proxy that says so.
  public static boolean isEncrypted(HttpServerRequest request) {
    return "https".equals(request.scheme());
  }

  /// False when a browser says that the request was made by a page of another origin.
  ///
  /// @param ownOrigin the origin that people use, where it is configured; else the request's own
  ///   address counts
  public static boolean isOwn(HttpServerRequest request, @Nullable String ownOrigin) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return origin.equalsIgnoreCase(ownOrigin == null ? address(request) : ownOrigin);
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null || OWN_SITES.contains(site);
  }

  private static String address(HttpServerRequest request) {
    return request.scheme() + "://" + request.getHeader("Host");
  }
}
