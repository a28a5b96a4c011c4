package dev.huozi.ui.login;

import dev.huozi.platform.identity.SessionState;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.http.RequestIds;
import dev.huozi.ui.http.RequestLocale;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The context of the request that is being served, made from what its session opened.
@Singleton
public class RequestContexts {
  private static final String CONTEXT = "huozi.context";

  private final CurrentVertxRequest request;
  private final CurrentIdentityAssociation identities;
  private final Clock clock;

  RequestContexts(CurrentVertxRequest request, CurrentIdentityAssociation identities, Clock clock) {
    this.request = request;
    this.identities = identities;
    this.clock = clock;
  }

  /// The context of a request whose sender is logged in to a tenant; `NOT_LOGGED_IN` for any other.
  public RequestContext current() {
    RoutingContext http = request.getCurrent();
    RequestContext context = http.get(CONTEXT);
    if (context == null) {
      context = session().context(clock, RequestIds.of(http)).withLocale(RequestLocale.of(http));
      http.put(CONTEXT, context);
    }
    return context;
  }

  /// The session of a request whose sender is logged in to a tenant.
  public SessionState session() {
    SessionState session = findSession();
    if (session == null) {
      throw new ProblemException(PlatformError.NOT_LOGGED_IN);
    }
    return session;
  }

  /// The session, or null where nobody is logged in: for methods that everybody may call.
  public @Nullable SessionState findSession() {
    identities.getDeferredIdentity().await().indefinitely();
    return SessionIdentities.session(request.getCurrent());
  }

  /// What unsafe requests of this browser session must carry.
  public String csrfToken() {
    return session().csrfToken();
  }

  /// Ends the session of this request.
  public void end(Sessions sessions) {
    session();
    String token = SessionIdentities.token(request.getCurrent());
    if (token != null) {
      sessions.end(token);
    }
  }

  /// The language of the answer, logged in or not.
  public Locale locale() {
    return RequestLocale.of(request.getCurrent());
  }
}
