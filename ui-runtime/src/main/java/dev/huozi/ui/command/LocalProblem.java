package dev.huozi.ui.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.SourceLocation;
import java.util.Locale;

/// Tells a problem that was found at the desk in the way the server would.
final class LocalProblem {
  private static final Messages MESSAGES = new Messages();

  private LocalProblem() {}

  static CommandFailure of(ProblemException problem, Locale locale) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("code", problem.code().name()).put("detail", MESSAGES.describe(problem, locale));
    for (Issue issue : problem.issues()) {
      body.withArray("errors").add(finding(issue, locale));
    }
    return new CommandFailure(problem.code().status(), body);
  }

  static ObjectNode finding(Issue issue, Locale locale) {
    ObjectNode finding = JsonNodeFactory.instance.objectNode();
    SourceLocation location = issue.location();
    finding
        .put("field", issue.subject() == null ? "" : issue.subject())
        .put("code", issue.code().name())
        .put("severity", issue.severity().name().toLowerCase(Locale.ROOT))
        .put("message", MESSAGES.describe(issue, locale))
        .put("at", location == null ? "" : location.toString());
    return finding;
  }
}
