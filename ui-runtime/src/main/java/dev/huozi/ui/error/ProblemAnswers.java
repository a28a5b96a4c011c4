package dev.huozi.ui.error;

import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.http.RequestIds;
import dev.huozi.ui.http.RequestLocale;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns any failure into the answer that tells it: problem+json, or the error page where a person
/// navigates.
@Singleton
public final class ProblemAnswers {
  public static final String PROBLEM_JSON = "application/problem+json";
  private static final int RETRY_SECONDS = 2;

  private final Problems problems;
  private final ErrorPage page;

  ProblemAnswers(Problems problems, ErrorPage page) {
    this.problems = problems;
    this.page = page;
  }

  /// An answer that is ready to be sent.
  ///
  /// @param retryAfter seconds after which a repetition may work, or null
  /// @param currentVersion of the record that was to be changed, or null
  public record Answer(
      int status,
      String contentType,
      String body,
      @Nullable Integer retryAfter,
      @Nullable Integer currentVersion) {}

  public Answer answer(RoutingContext http, ProblemException problem) {
    Locale locale = RequestLocale.of(http);
    String requestId = RequestIds.of(http);
    if (problem.code().category() == Category.INTERNAL) {
      logIncident(http, requestId, problem);
    }
    ProblemBody body = problems.describe(problem, locale, requestId);
    Integer retryAfter = body.status() == 503 ? RETRY_SECONDS : null;
    Integer currentVersion =
        body.params().get("current") instanceof Integer version ? version : null;
    String html = wantsPage(http) ? page.render(http, body, locale) : null;
    return html == null
        ? new Answer(body.status(), PROBLEM_JSON, Json.write(body), retryAfter, currentVersion)
        : new Answer(body.status(), "text/html;charset=UTF-8", html, retryAfter, currentVersion);
  }

  /// The answer for something nobody expected.
  public Answer unexpected(RoutingContext http, Throwable cause) {
    return answer(http, new ProblemException(PlatformError.INTERNAL, Map.of(), List.of(), cause));
  }

  /// Sends the answer where no resource method is involved.
  public void send(RoutingContext http, ProblemException problem) {
    Answer answer = answer(http, problem);
    var response =
        http.response()
            .setStatusCode(answer.status())
            .putHeader("Content-Type", answer.contentType());
    if (answer.retryAfter() != null) {
      response.putHeader("Retry-After", answer.retryAfter().toString());
    }
    response.end(answer.body());
  }

  /// True where the answer is shown to a person: not for the API, and only where HTML is asked for.
  static boolean wantsPage(RoutingContext http) {
    String accept = http.request().getHeader("Accept");
    String path = http.request().path();
    return accept != null
        && accept.contains("text/html")
        && path != null
        && !path.startsWith("/api/")
        && !path.startsWith("/q/");
  }

  private static void logIncident(RoutingContext http, String requestId, ProblemException problem) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    Log.errorf(
        cause,
        "request=%s method=%s route=%s failed",
        requestId,
        http.request().method(),
        http.normalizedPath());
  }
}
