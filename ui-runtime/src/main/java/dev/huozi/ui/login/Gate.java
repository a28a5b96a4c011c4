package dev.huozi.ui.login;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.ProblemAnswers;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.http.BodyLimit;
import dev.huozi.ui.http.HuoziSettings;
import dev.huozi.ui.http.Origin;
import dev.huozi.ui.http.RawPath;
import dev.huozi.ui.http.RequestIds;
import dev.huozi.ui.http.ResponseHeaders;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Looks at every request before anything else does, and refuses what no page and no program of
/// good will sends.
@Singleton
final class Gate {
  // Above Quarkus's own filters, which begin at 400.
  private static final int BEFORE_EVERYTHING = 10_000;

  private final ProblemAnswers answers;
  private final @Nullable String ownOrigin;
  private final boolean encrypted;

  Gate(ProblemAnswers answers, HuoziSettings settings) {
    this.answers = answers;
    ownOrigin = settings.url().map(Gate::withoutSlash).orElse(null);
    encrypted = ownOrigin != null && ownOrigin.startsWith("https:");
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_EVERYTHING);
  }

  private void pass(RoutingContext http) {
    http.response().putHeader(RequestIds.HEADER, RequestIds.of(http));
    ResponseHeaders.add(http, encrypted);
    ProblemException refusal = refusal(http.request());
    if (refusal == null) {
      http.next();
    } else {
      http.response().putHeader(HttpHeaders.CONNECTION, "close");
      answers.send(http, refusal);
    }
  }

  private @Nullable ProblemException refusal(HttpServerRequest request) {
    if (!RawPath.isAcceptable(request.uri())) {
      return new ProblemException(UiError.PATH_REFUSED);
    }
    if (CsrfFilter.isUnsafe(request.method().name()) && !Origin.isOwn(request, ownOrigin)) {
      return new ProblemException(PlatformError.CSRF_REFUSED);
    }
    if (hasBody(request) && request.getHeader(HttpHeaders.CONTENT_TYPE) == null) {
      return new ProblemException(UiError.MEDIA_TYPE_UNSUPPORTED);
    }
    return switch (BodyLimit.judge(
        request.path(),
        request.getHeader(HttpHeaders.CONTENT_LENGTH),
        request.getHeader(HttpHeaders.TRANSFER_ENCODING))) {
      case ACCEPTED -> null;
      case TOO_LARGE -> new ProblemException(UiError.BODY_TOO_LARGE, "limit", "1 MB");
      case LENGTH_MISSING -> new ProblemException(UiError.LENGTH_REQUIRED);
    };
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || length != null && !length.equals("0");
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
