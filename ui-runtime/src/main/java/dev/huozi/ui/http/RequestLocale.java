package dev.huozi.ui.http;

import dev.huozi.platform.i18n.Messages;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language of an answer: what the session decided, else what this browser's reader chose last
/// (a cookie, so that pages without a session speak it too), else what `Accept-Language` asks for,
/// else Chinese.
public final class RequestLocale {
  public static final String COOKIE = "hz-language";

  private static final String KEY = "huozi.locale";
  private static final int LONGEST_HEADER = 200;

  private RequestLocale() {}

  public static void set(RoutingContext http, Locale locale) {
    http.put(KEY, locale);
  }

  public static Locale of(RoutingContext http) {
    Locale decided = http.get(KEY);
    if (decided != null) {
      return decided;
    }
    Cookie chosen = http.request().getCookie(COOKIE);
    if (chosen != null) {
      return Messages.language(Locale.of(chosen.getValue()));
    }
    Locale asked = asked(http);
    return asked == null ? Messages.LANGUAGES.getFirst() : asked;
  }

  /// The best of our languages for `Accept-Language`, or null when it names none of them.
  public static @Nullable Locale asked(RoutingContext http) {
    String header = http.request().getHeader("Accept-Language");
    if (header == null || header.length() > LONGEST_HEADER) {
      return null;
    }
    try {
      return Locale.lookup(Locale.LanguageRange.parse(header), Messages.LANGUAGES);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
