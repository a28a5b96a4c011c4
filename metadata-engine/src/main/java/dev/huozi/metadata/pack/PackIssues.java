package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import java.util.Map;

/// Gives the issues of a plan their places in the pack's files.
final class PackIssues {
  private PackIssues() {}

  static ProblemException withPlaces(ProblemException problem, Pack pack) {
    if (problem.issues().isEmpty()) {
      return problem;
    }
    return new ProblemException(
        problem.code(), problem.issues().stream().map(issue -> placed(issue, pack)).toList());
  }

  /// Subjects are `object store fields.dealer.target`, or a path in the manifest.
  private static Issue placed(Issue issue, Pack pack) {
    String subject = issue.subject();
    if (subject == null || issue.location() != null) {
      return issue;
    }
    for (Map.Entry<MetadataRef, SourceTree> source : pack.sources().entrySet()) {
      String component = source.getKey().toString();
      if (subject.equals(component) || subject.startsWith(component + " ")) {
        String path =
            subject.length() > component.length() ? subject.substring(component.length() + 1) : "";
        return issue.at(source.getValue().atPath(path));
      }
    }
    return subject.indexOf(' ') < 0 ? issue.at(pack.manifestSource().atPath(subject)) : issue;
  }
}
