package dev.huozi.ui.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A message that outlives one redirect, in a short-lived cookie. The cookie holds a key of `Words`
/// and at most one argument, never a text of its own.
public final class Flash {
  private static final String COOKIE = "hz-flash";
  private static final int SECONDS = 30;
  private static final int LONGEST_ARGUMENT = 200;
  static final Set<String> KEYS =
      Set.of(
          "flash_created",
          "flash_saved",
          "flash_deleted",
          "flash_published",
          "flash_rolled_back",
          "flash_pack_removed",
          "flash_account_created",
          "flash_account_saved",
          "flash_view_saved",
          "flash_view_shared",
          "flash_view_updated",
          "flash_view_deleted");

  private Flash() {}

  public static void set(RoutingContext http, String key, String argument) {
    if (!KEYS.contains(key)) {
      throw new IllegalArgumentException("The message (%s) is not in Flash.KEYS.".formatted(key));
    }
    String cut =
        argument.length() > LONGEST_ARGUMENT ? argument.substring(0, LONGEST_ARGUMENT) : argument;
    http.response()
        .addCookie(cookie(URLEncoder.encode(key + ":" + cut, StandardCharsets.UTF_8), SECONDS));
  }

  /// The message that waits, as a toast; it is taken away.
  public static List<Shell.Toast> take(RoutingContext http, Words words) {
    Cookie cookie = http.request().getCookie(COOKIE);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return List.of();
    }
    http.response().addCookie(cookie("", 0));
    Shell.Toast toast = read(cookie.getValue(), words);
    return toast == null ? List.of() : List.of(toast);
  }

  private static Shell.@Nullable Toast read(String value, Words words) {
    try {
      String text = URLDecoder.decode(value, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      String key = colon < 0 ? text : text.substring(0, colon);
      String argument = colon < 0 ? "" : text.substring(colon + 1);
      return KEYS.contains(key) ? new Shell.Toast("ok", words.get(key, argument), null) : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Cookie cookie(String value, int seconds) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setMaxAge(seconds);
  }
}
