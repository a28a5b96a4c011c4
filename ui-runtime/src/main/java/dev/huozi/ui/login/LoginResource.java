package dev.huozi.ui.login;

import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.identity.Login;
import dev.huozi.platform.identity.Sessions;
import dev.huozi.platform.identity.StartedSession;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.http.ContentPolicy;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.http.RequestLocale;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Logging in and out with a browser. The form carries a token of its own, since there is no
/// session yet that could be asked for one.
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class LoginResource {
  private static final String TEMPLATE = "login";

  private final Sessions sessions;
  private final FirstRun firstRun;
  private final RequestContexts contexts;
  private final Messages messages;
  private final Entrance entrance;

  LoginResource(
      Sessions sessions,
      FirstRun firstRun,
      RequestContexts contexts,
      Messages messages,
      Entrance entrance) {
    this.sessions = sessions;
    this.firstRun = firstRun;
    this.contexts = contexts;
    this.messages = messages;
    this.entrance = entrance;
  }

  @GET
  @Path("login")
  @PermitAll
  public Response show(
      RoutingContext http, @RestQuery @Nullable String next, @RestQuery @Nullable String tenant) {
    String target = RedirectTarget.of(next);
    if (contexts.findSession() != null) {
      return Redirects.to(target);
    }
    if (firstRun.isDue()) {
      return Redirects.to("/setup");
    }
    return page(http, 200, target, tenant, null, null);
  }

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermitAll
  public Response logIn(RoutingContext http, @BeanParam LoginForm form) {
    String target = RedirectTarget.of(form.next());
    try {
      StartedSession started = check(http, form);
      endFormerSession(http);
      entrance.open(http, started.token());
      return Redirects.to(target);
    } catch (ProblemException problem) {
      return page(http, problem.code().status(), target, form.tenant(), form.user(), problem);
    }
  }

  @POST
  @Path("logout")
  @RolesAllowed(Roles.USER)
  public Response logOut(RoutingContext http) {
    endFormerSession(http);
    SessionCookie.SESSION.remove(http);
    return Redirects.to("/login");
  }

  private StartedSession check(RoutingContext http, LoginForm form) {
    entrance.check(http, form.csrf());
    return sessions.logIn(
        new Login(text(form.tenant()).strip(), text(form.user()).strip(), text(form.password())));
  }

  private void endFormerSession(RoutingContext http) {
    String former = SessionCookie.SESSION.read(http);
    if (former != null) {
      sessions.end(former);
    }
  }

  private Response page(
      RoutingContext http,
      int status,
      String next,
      @Nullable String tenant,
      @Nullable String user,
      @Nullable ProblemException problem) {
    var locale = RequestLocale.of(http);
    LoginPage page =
        new LoginPage(
            entrance.token(http),
            next,
            text(tenant),
            text(user),
            problem == null ? null : messages.describe(problem, locale),
            locale,
            ContentPolicy.nonce(http));
    return entrance.page(http, status, TEMPLATE, page);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
