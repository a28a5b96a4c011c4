package dev.huozi.ui.login;

import dev.huozi.platform.identity.SessionState;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// Unsafe requests of a browser session must carry the token that only our own pages know.
@Singleton
final class CsrfFilter {
  static final String HEADER = "X-CSRF-Token";
  static final String FIELD = "csrf";
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final CurrentVertxRequest current;

  CsrfFilter(CurrentVertxRequest current) {
    this.current = current;
  }

  static boolean isUnsafe(String method) {
    return !SAFE_METHODS.contains(method);
  }

  @WithFormRead
  @ServerRequestFilter
  void check(ResteasyReactiveContainerRequestContext request) {
    RoutingContext http = current.getCurrent();
    if (!isUnsafe(http.request().method().name()) || SessionIdentities.door(http) != Door.COOKIE) {
      return;
    }
    SessionState session = SessionIdentities.session(http);
    if (session == null || !same(session.csrfToken(), given(http, request))) {
      throw new ProblemException(PlatformError.CSRF_REFUSED);
    }
  }

  private static @Nullable String given(
      RoutingContext http, ResteasyReactiveContainerRequestContext request) {
    String header = http.request().getHeader(HEADER);
    if (header != null) {
      return header;
    }
    var server = (ResteasyReactiveRequestContext) request.getServerRequestContext();
    return server.getFormParameter(FIELD, true, false) instanceof String field ? field : null;
  }

  /// Compares in constant time.
  static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
