package dev.huozi.ui.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.SourceLocation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Words problems. What is our fault is told as a request id only.
@Singleton
public final class Problems {
  private static final String TYPE_PREFIX = "urn:huozi:problem:";

  private final Messages messages;

  Problems(Messages messages) {
    this.messages = messages;
  }

  /// The problem in the words of `locale`.
  public ProblemBody describe(ProblemException problem, Locale locale, String requestId) {
    boolean internal = problem.code().category() == Category.INTERNAL;
    ProblemException told = internal ? new ProblemException(PlatformError.INTERNAL) : problem;
    return new ProblemBody(
        TYPE_PREFIX + told.code().name(),
        messages.title(told.code(), locale),
        told.code().status(),
        messages.describe(told, locale),
        told.code().name(),
        requestId,
        told.parameters(),
        told.issues().stream().map(issue -> describe(issue, locale)).toList());
  }

  private ProblemBody.Finding describe(Issue issue, Locale locale) {
    SourceLocation location = issue.location();
    return new ProblemBody.Finding(
        issue.subject(),
        issue.code().name(),
        issue.severity().name().toLowerCase(Locale.ROOT),
        messages.describe(issue, locale),
        issue.parameters(),
        location == null ? null : location.toString());
  }

  /// What to say about a body that cannot be read. Only the caller's own words come back, never a
  /// class name.
  static ProblemException unreadable(JsonProcessingException cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return new ProblemException(
          UiError.PROPERTY_UNKNOWN, "name", unknown.getPropertyName(), "known", known(unknown));
    }
    return Json.malformed(cause);
  }

  private static List<String> known(UnrecognizedPropertyException unknown) {
    return Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
