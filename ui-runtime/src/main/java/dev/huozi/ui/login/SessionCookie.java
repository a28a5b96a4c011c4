package dev.huozi.ui.login;

import dev.huozi.ui.http.Origin;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A cookie that only we can set and only this server gets. Over TLS it is `__Host-<name>` and
/// Secure. Over plain HTTP on the machine itself, where not every browser keeps Secure cookies, it
/// is `<name>`; anywhere else there is none.
final class SessionCookie {
  /// Holds the session token.
  static final SessionCookie SESSION = new SessionCookie("huozi", Duration.ofDays(30));

  /// Holds the token of the login form, before there is a session.
  static final SessionCookie LOGIN_FORM = new SessionCookie("huozi-login", Duration.ofHours(1));

  private static final String HOST_PREFIX = "__Host-";

  private final String name;
  private final Duration lifetime;

  private SessionCookie(String name, Duration lifetime) {
    this.name = name;
    this.lifetime = lifetime;
  }

  /// True where a session may be carried in a cookie at all.
  static boolean isPossible(HttpServerRequest request) {
    return Origin.isEncrypted(request) || Origin.isLoopback(request);
  }

  @Nullable String read(RoutingContext http) {
    if (!isPossible(http.request())) {
      return null;
    }
    Cookie cookie = http.request().getCookie(nameFor(http.request()));
    return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
  }

  void write(RoutingContext http, String value) {
    http.response().addCookie(cookie(http, value).setMaxAge(lifetime.toSeconds()));
  }

  void remove(RoutingContext http) {
    http.response().addCookie(cookie(http, "").setMaxAge(0));
  }

  private Cookie cookie(RoutingContext http, String value) {
    return Cookie.cookie(nameFor(http.request()), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(Origin.isEncrypted(http.request()))
        .setSameSite(CookieSameSite.LAX);
  }

  private String nameFor(HttpServerRequest request) {
    return Origin.isEncrypted(request) ? HOST_PREFIX + name : name;
  }
}
