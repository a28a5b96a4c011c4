package dev.huozi.ui.http;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/// Light or dark: what the reader chose, kept in a cookie, so that a page comes in its colours and
/// never flashes. Without a choice the device decides (`theme.js`, before the first paint).
public final class RequestTheme {
  public static final String COOKIE = "hz-theme";
  public static final String DARK = "dark";
  public static final String LIGHT = "light";
  private static final String DEVICE = "auto";

  private RequestTheme() {}

  /// `light`, `dark` or `auto`.
  public static String of(RoutingContext http) {
    Cookie cookie = http.request().getCookie(COOKIE);
    return cookie == null ? DEVICE : chosen(cookie.getValue());
  }

  /// The theme of a choice sent by a form or a cookie; anything unknown is light.
  public static String chosen(String choice) {
    return DARK.equals(choice) ? DARK : LIGHT;
  }
}
