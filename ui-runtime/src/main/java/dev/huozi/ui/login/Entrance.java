package dev.huozi.ui.login;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.http.RequestLocale;
import dev.huozi.ui.http.RequestTheme;
import io.quarkus.qute.Engine;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the pages before a session have in common: their form is guarded by a token in a cookie of
/// its own, and nobody keeps a copy of them.
@Singleton
final class Entrance {
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Engine templates;

  Entrance(Engine templates) {
    this.templates = templates;
  }

  /// The token for the form of this page; its cookie is set or kept.
  String token(RoutingContext http) {
    String token =
        Objects.requireNonNullElseGet(SessionCookie.LOGIN_FORM.read(http), Entrance::newToken);
    SessionCookie.LOGIN_FORM.write(http, token);
    return token;
  }

  /// Throws unless the form came from our page, over a connection that can carry a session.
  void check(RoutingContext http, @Nullable String token) {
    if (!SessionCookie.isPossible(http.request())) {
      throw new ProblemException(UiError.LOGIN_NEEDS_HTTPS);
    }
    String expected = SessionCookie.LOGIN_FORM.read(http);
    if (expected == null || !CsrfFilter.same(expected, token)) {
      throw new ProblemException(PlatformError.CSRF_REFUSED);
    }
  }

  /// The session's cookie takes the place of the form's.
  void open(RoutingContext http, String session) {
    SessionCookie.LOGIN_FORM.remove(http);
    SessionCookie.SESSION.write(http, session);
  }

  /// @param page what the template shows
  Response page(RoutingContext http, int status, String template, Object page) {
    String html =
        templates
            .getTemplate(template)
            .instance()
            .setAttribute("locale", RequestLocale.of(http))
            .data("page", page)
            .data("theme", RequestTheme.of(http))
            .render();
    return Response.status(status)
        .entity(html)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
