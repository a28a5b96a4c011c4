package dev.huozi.ui.login;

import dev.huozi.platform.identity.SessionState;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.ui.http.RequestLocale;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Asks the database, with every request anew, what a token opens at this moment. A token that
/// opens nothing makes the request an anonymous one, so that the login page works with a stale
/// cookie too.
@Singleton
final class SessionIdentities implements IdentityProvider<SessionRequest> {
  static final String HTTP = "huozi.http";
  private static final String SESSION = "huozi.session";
  private static final String DOOR = "huozi.door";
  private static final String TOKEN = "huozi.token";

  private final Sessions sessions;
  private final OperatorToken operatorToken;

  SessionIdentities(Sessions sessions, OperatorToken operatorToken) {
    this.sessions = sessions;
    this.operatorToken = operatorToken;
  }

  @Override
  public Class<SessionRequest> getRequestType() {
    return SessionRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionRequest request, AuthenticationRequestContext context) {
    if (request.door() == Door.BEARER && operatorToken.matches(request.token())) {
      return Uni.createFrom().item(operator());
    }
    RoutingContext http = request.getAttribute(HTTP);
    return Uni.createFrom()
        .completionStage(() -> sessions.openLater(request.token()))
        .map(session -> session == null ? null : identity(session, request, http));
  }

  /// Notes with the request what its token has opened.
  private static SecurityIdentity identity(
      SessionState session, SessionRequest request, RoutingContext http) {
    http.put(SESSION, session);
    http.put(DOOR, request.door());
    http.put(TOKEN, request.token());
    RequestLocale.set(
        http, SessionLocale.choose(session, request.door(), RequestLocale.asked(http)));
    return identity(session);
  }

  private static SecurityIdentity identity(SessionState session) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(session.tenant().code() + "/" + session.userName()))
            .addRole(Roles.USER);
    if (session.principal().role() == Principal.Role.ADMIN) {
      builder.addRole(Roles.ADMIN);
    }
    return builder.build();
  }

  private static SecurityIdentity operator() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(Roles.OPERATOR))
        .addRole(Roles.OPERATOR)
        .build();
  }

  /// The session of a request that has been authenticated, or null.
  static @Nullable SessionState session(RoutingContext http) {
    return http.get(SESSION);
  }

  /// The token that opened the session of the request, or null.
  static @Nullable String token(RoutingContext http) {
    return http.get(TOKEN);
  }

  /// How the session of the request was shown, or null.
  static @Nullable Door door(RoutingContext http) {
    return http.get(DOOR);
  }
}
