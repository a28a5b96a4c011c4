package dev.huozi.ui.error;

import dev.huozi.ui.http.ContentPolicy;
import dev.huozi.ui.http.RequestTheme;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Problems for people: the template `error`, with `problem` (a `ProblemBody`), `locale` and
/// `nonce`. It stands alone, without menu or user, since it must also work where nobody is logged
/// in and nothing else works.
@Singleton
final class ErrorPage {
  private static final String TEMPLATE = "error";

  private final Engine engine;

  ErrorPage(Engine engine) {
    this.engine = engine;
  }

  /// The page, or null when this server has no pages.
  @Nullable String render(RoutingContext http, ProblemBody problem, Locale locale) {
    Template template = engine.getTemplate(TEMPLATE);
    if (template == null) {
      return null;
    }
    return template
        .instance()
        .setAttribute("locale", locale)
        .data("theme", RequestTheme.of(http))
        .data("problem", problem)
        .data("locale", locale)
        .data("nonce", ContentPolicy.nonce(http))
        .render();
  }
}
