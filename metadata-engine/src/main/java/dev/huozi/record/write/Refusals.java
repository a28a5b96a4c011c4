package dev.huozi.record.write;

import dev.huozi.platform.problem.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with the drafts of one command, by draft.
final class Refusals {
  /// Told of a whole command.
  private static final int MOST = 200;

  /// Told of one draft.
  private static final int MOST_OF_ONE = 50;

  private final Map<Integer, List<Issue>> byDraft = new LinkedHashMap<>();

  void add(Draft draft, Issue issue) {
    List<Issue> issues = byDraft.computeIfAbsent(draft.index(), _ -> new ArrayList<>());
    if (issues.size() < MOST_OF_ONE) {
      issues.add(issue);
    }
  }

  boolean has(Draft draft) {
    return byDraft.containsKey(draft.index());
  }

  List<Issue> of(int index) {
    return List.copyOf(byDraft.getOrDefault(index, List.of()));
  }

  /// All of them by the place of the draft.
  Map<Integer, List<Issue>> all() {
    Map<Integer, List<Issue>> all = new LinkedHashMap<>();
    byDraft.forEach((index, issues) -> all.put(index, List.copyOf(issues)));
    return all;
  }

  /// The first of them.
  List<Issue> list() {
    return byDraft.values().stream().flatMap(List::stream).limit(MOST).toList();
  }
}
