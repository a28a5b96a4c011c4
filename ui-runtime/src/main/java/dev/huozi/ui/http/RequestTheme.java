package dev.huozi.ui.http;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/// Light or dark: what the reader chose, kept in a cookie, so that a page comes in its colours and
/// never flashes.
public final class RequestTheme {
  public static final String COOKIE = "hz-theme";
  public static final String DARK = "dark";
  public static final String LIGHT = "light";

  private RequestTheme() {}

  public static String of(RoutingContext http) {
    Cookie cookie = http.request().getCookie(COOKIE);
    return cookie != null && DARK.equals(cookie.getValue()) ? DARK : LIGHT;
  }
}
