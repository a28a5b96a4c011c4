package dev.huozi.ui.page.list;

import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.page.Words;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words what is wrong with a formula. The issues of a refused filter may carry the picture with
/// the caret as their parameter `picture`.
final class FormulaProblems {
  private static final String PICTURE = "picture";

  private FormulaProblems() {}

  static ListPage.Problem of(Words words, ProblemException refused) {
    String message =
        refused.issues().isEmpty()
            ? words.describe(refused)
            : refused.issues().stream().map(words::describe).collect(Collectors.joining(" "));
    return new ListPage.Problem(message, picture(refused));
  }

  private static @Nullable String picture(ProblemException refused) {
    for (Issue issue : refused.issues()) {
      if (issue.parameters().get(PICTURE) instanceof String picture) {
        return picture;
      }
    }
    return refused.parameters().get(PICTURE) instanceof String picture ? picture : null;
  }
}
