package dev.huozi.record.load.file;

import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The first row of a table.
final class Header {
  private Header() {}

  /// The names, without blank ones at the end; a nameless column among the others is called after
  /// its place (`#3`).
  ///
  /// @throws ProblemException when there are none, too many, or two of one name
  static List<String> of(List<String> cells) {
    int count = cells.size();
    while (count > 0 && cells.get(count - 1).isBlank()) {
      count--;
    }
    if (count == 0) {
      throw new ProblemException(LoadError.LOAD_HEADER_MISSING);
    }
    if (count > Sheet.MOST_COLUMNS) {
      throw new ProblemException(
          LoadError.LOAD_COLUMNS_TOO_MANY, "actual", count, "maximum", Sheet.MOST_COLUMNS);
    }
    List<String> names = new ArrayList<>(count);
    Set<String> seen = new HashSet<>();
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = Normalizer.normalize(cells.get(i).strip(), Normalizer.Form.NFC);
      name = name.isEmpty() ? "#" + (i + 1) : name;
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        issues.add(Issue.error(LoadError.LOAD_COLUMN_REPEATED, name, "column", name));
      }
      names.add(name);
    }
    if (!issues.isEmpty()) {
      Issue first = issues.getFirst();
      throw new ProblemException(first.code(), first.parameters(), issues, null);
    }
    return List.copyOf(names);
  }
}
