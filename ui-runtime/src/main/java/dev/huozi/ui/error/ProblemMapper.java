package dev.huozi.ui.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.http.Redirects;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where failures become answers.
@Singleton
public final class ProblemMapper {
  private final ProblemAnswers answers;
  private final CurrentVertxRequest current;

  ProblemMapper(ProblemAnswers answers, CurrentVertxRequest current) {
    this.answers = answers;
    this.current = current;
  }

  @ServerExceptionMapper
  public Response problem(ProblemException problem) {
    if (problem.code() == PlatformError.NOT_LOGGED_IN) {
      return notLoggedIn();
    }
    return respond(problem);
  }

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException ignored) {
    return notLoggedIn();
  }

  @ServerExceptionMapper
  public Response authenticationFailed(AuthenticationFailedException ignored) {
    return notLoggedIn();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException ignored) {
    return respond(new ProblemException(PlatformError.FORBIDDEN));
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException cause) {
    return respond(Problems.unreadable(cause));
  }

  @ServerExceptionMapper
  public Response notFound(NotFoundException ignored) {
    return respond(new ProblemException(UiError.ROUTE_NOT_FOUND));
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return respond(Problems.unreadable(unreadable));
    }
    int status = failure.getResponse().getStatus();
    if (status >= 500) {
      return unexpected(failure);
    }
    return respond(refused(status));
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable cause) {
    return response(answers.unexpected(http(), cause));
  }

  private ProblemException refused(int status) {
    return switch (status) {
      case 404 -> new ProblemException(UiError.ROUTE_NOT_FOUND);
      case 405 ->
          new ProblemException(
              UiError.METHOD_NOT_ALLOWED, "method", http().request().method().name());
      case 406 -> new ProblemException(UiError.NOT_ACCEPTABLE);
      case 413 -> new ProblemException(UiError.BODY_TOO_LARGE, "limit", "16 MB");
      case 415 -> new ProblemException(UiError.MEDIA_TYPE_UNSUPPORTED);
      default -> new ProblemException(UiError.REQUEST_REFUSED, "status", status);
    };
  }

  /// To the login page where a person opened an address, and back to it afterwards; 401 for
  /// everybody else.
  private Response notLoggedIn() {
    RoutingContext http = http();
    if (http.request().method().name().equals("GET")
        && ProblemAnswers.wantsPage(http)
        && http.request().getHeader("HX-Request") == null) {
      String next = URLEncoder.encode(http.request().uri(), StandardCharsets.UTF_8);
      return Redirects.to("/login?next=" + next);
    }
    Response.ResponseBuilder answer =
        builder(answers.answer(http, new ProblemException(PlatformError.NOT_LOGGED_IN)))
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    // A fragment cannot be exchanged for the login page: the whole page goes there.
    return http.request().getHeader("HX-Request") == null
        ? answer.build()
        : answer.header("HX-Redirect", "/login").build();
  }

  private Response respond(ProblemException problem) {
    return response(answers.answer(http(), problem));
  }

  private static Response response(ProblemAnswers.Answer answer) {
    return builder(answer).build();
  }

  private static Response.ResponseBuilder builder(ProblemAnswers.Answer answer) {
    Response.ResponseBuilder builder =
        Response.status(answer.status()).type(answer.contentType()).entity(answer.body());
    if (answer.retryAfter() != null) {
      builder.header(HttpHeaders.RETRY_AFTER, answer.retryAfter());
    }
    if (answer.currentVersion() != null) {
      builder.header(HttpHeaders.ETAG, "\"" + answer.currentVersion() + "\"");
    }
    return builder;
  }

  private RoutingContext http() {
    return current.getCurrent();
  }
}
