package dev.huozi.ui.page;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import java.util.List;
import java.util.Objects;

/// One reason why something was refused, as a page lists it.
///
/// @param place file, line and column, or the thing that it is about; may be empty
public record Refusal(String place, String text) {

  /// What the reader can do something about, in words; anything else goes on as the problem it is.
  public static List<Refusal> of(ProblemException refused, Words words) {
    Category category = refused.code().category();
    if (category == Category.INTERNAL
        || category == Category.FORBIDDEN
        || category == Category.NOT_FOUND) {
      throw refused;
    }
    return refused.issues().isEmpty()
        ? List.of(new Refusal("", words.describe(refused)))
        : refused.issues().stream().map(issue -> of(issue, words)).distinct().toList();
  }

  /// The texts alone, for forms that have no places.
  public static List<String> texts(ProblemException refused, Words words) {
    return of(refused, words).stream().map(Refusal::text).distinct().toList();
  }

  /// Place and text in one line.
  public String placed() {
    return place.isEmpty() ? text : place + ": " + text;
  }

  private static Refusal of(Issue issue, Words words) {
    String place =
        issue.location() == null
            ? Objects.toString(issue.subject(), "")
            : issue.location().toString();
    return new Refusal(place, words.describe(issue));
  }
}
