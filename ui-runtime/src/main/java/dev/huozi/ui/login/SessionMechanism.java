package dev.huozi.ui.login;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the token of a request: of its `Authorization: Bearer` header, else of its cookie.
@Singleton
final class SessionMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "bearer ";
  private static final int LONGEST_TOKEN = 200;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext http, IdentityProviderManager identities) {
    SessionRequest request = find(http);
    if (request == null) {
      return Uni.createFrom().nullItem();
    }
    request.setAttribute(SessionIdentities.HTTP, http);
    return identities.authenticate(request);
  }

  private static @Nullable SessionRequest find(RoutingContext http) {
    String authorization = http.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
          ? request(authorization.substring(BEARER.length()).strip(), Door.BEARER)
          : null;
    }
    String cookie = SessionCookie.SESSION.read(http);
    return cookie == null ? null : request(cookie, Door.COOKIE);
  }

  private static @Nullable SessionRequest request(String token, Door door) {
    boolean plausible =
        !token.isEmpty()
            && token.length() <= LONGEST_TOKEN
            && token.chars().allMatch(c -> c > ' ' && c < 127);
    return plausible ? new SessionRequest(token, door) : null;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext http) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SessionRequest.class);
  }
}
