package dev.huozi.platform.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what checks find, so that a user sees everything at once. Not thread-safe: one per
/// check run.
public final class Issues {
  private final List<Issue> items = new ArrayList<>();

  public void add(Issue issue) {
    items.add(issue);
  }

  public void error(ErrorCode code, @Nullable String subject, Object... namesAndValues) {
    add(Issue.error(code, subject, namesAndValues));
  }

  public void warning(ErrorCode code, @Nullable String subject, Object... namesAndValues) {
    add(Issue.warning(code, subject, namesAndValues));
  }

  public void addAll(Issues others) {
    items.addAll(others.items);
  }

  public boolean hasErrors() {
    return items.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
  }

  public List<Issue> list() {
    return Collections.unmodifiableList(items);
  }

  /// Throws one problem with all issues if any of them is an error.
  public void throwIfErrors(ErrorCode code) {
    if (hasErrors()) {
      throw new ProblemException(code, items);
    }
  }
}
