package dev.huozi.ui.api;

import dev.huozi.platform.identity.Login;
import dev.huozi.platform.identity.SessionState;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.identity.StartedSession;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Logging in and out with a program.
@Path("/api/session")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
  private final Sessions sessions;
  private final RequestContexts contexts;

  SessionResource(Sessions sessions, RequestContexts contexts) {
    this.sessions = sessions;
    this.contexts = contexts;
  }

  /// What to log in with. `toString` hides the password.
  public record Credentials(
      @Nullable String tenant, @Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "Credentials[" + tenant + ", " + user + "]";
    }
  }

  /// A session that has begun. `toString` hides the token.
  public record Started(String token, String tenant, String user, String role, Instant expires) {
    @Override
    public String toString() {
      return "Started[" + tenant + ", " + user + "]";
    }
  }

  /// Who is logged in.
  public record Visitor(
      String tenant,
      String tenantName,
      String user,
      UUID userId,
      String name,
      String role,
      String locale,
      String zone,
      String currency,
      Instant expires) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  public Response logIn(UriInfo uri, @Nullable Credentials body) {
    QueryParameters.of(uri);
    Credentials given = Bodies.required(body);
    StartedSession started =
        sessions.logIn(
            new Login(
                Bodies.required(given.tenant(), "tenant").strip(),
                Bodies.required(given.user(), "user").strip(),
                Bodies.required(given.password(), "password")));
    SessionState state = started.state();
    return unstored(
        new Started(
            started.token(),
            state.tenant().code(),
            state.userName(),
            role(state),
            state.expires()));
  }

  @GET
  @RolesAllowed(Roles.USER)
  public Response who(UriInfo uri) {
    QueryParameters.of(uri);
    SessionState state = contexts.session();
    return unstored(
        new Visitor(
            state.tenant().code(),
            state.tenant().name(),
            state.userName(),
            state.principal().userId(),
            state.principal().name(),
            role(state),
            contexts.current().locale().toLanguageTag(),
            state.tenant().zone().getId(),
            state.tenant().currency(),
            state.expires()));
  }

  @DELETE
  @RolesAllowed(Roles.USER)
  public Response logOut(UriInfo uri) {
    QueryParameters.of(uri);
    contexts.end(sessions);
    return Response.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static String role(SessionState state) {
    return state.principal().role().name().toLowerCase(Locale.ROOT);
  }

  private static Response unstored(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
