package dev.huozi.platform.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one way to tell a user that something did not work. Carries data only; the door that shows
/// it (JSON, page, command line) words it in the user's language.
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final transient Map<String, Object> parameters;
  private final transient List<Issue> issues;

  /// A problem of its own; `namesAndValues` alternates parameter names and values.
  public ProblemException(ErrorCode code, Object... namesAndValues) {
    this(code, Issue.parameters(namesAndValues), List.of(), null);
  }

  /// A problem made of issues, for example everything that is wrong with one form.
  public ProblemException(ErrorCode code, List<Issue> issues) {
    this(code, Map.of(), issues, null);
  }

  /// @param cause kept for the log of internal problems, never shown
  public ProblemException(
      ErrorCode code,
      Map<String, Object> parameters,
      List<Issue> issues,
      @Nullable Throwable cause) {
    super(code.name() + " " + parameters + (issues.isEmpty() ? "" : " " + issues), cause);
    this.code = code;
    this.parameters = Map.copyOf(parameters);
    this.issues = List.copyOf(issues);
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> parameters() {
    return parameters;
  }

  public List<Issue> issues() {
    return issues;
  }
}
