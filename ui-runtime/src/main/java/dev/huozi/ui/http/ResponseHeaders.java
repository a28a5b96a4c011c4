package dev.huozi.ui.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/// Tells the browser what it may do with an answer. Set before routing, so that no answer goes
/// without.
public final class ResponseHeaders {
  private ResponseHeaders() {}

  /// @param encrypted true when people reach this server over TLS only
  public static void add(RoutingContext http, boolean encrypted) {
    MultiMap headers = http.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set(
        "Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()");
    headers.set("Content-Security-Policy", ContentPolicy.header(http));
    if (encrypted) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    // Answers belong to one user. Files of the application bring a Cache-Control of their own, and
    // keep it.
    http.addHeadersEndHandler(_ -> {
      if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
        headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
      }
    });
  }
}
